import { tellNotOpened, unpacked } from './unpacked';

/* What a page that was taken away begins with. Its policy lets in the one style sheet and the one program that have its digests. */

function put(name: 'style' | 'script', text: string): void {
  const element = document.createElement(name);
  element.textContent = text;
  document.head.append(element);
}

Promise.all([unpacked('style'), unpacked('program')]).then(([style, program]) => {
  put('style', style);
  put('script', program);
}, tellNotOpened);
