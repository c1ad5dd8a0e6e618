/**
 * How a handout looks on paper, A4 or Letter, and in a window before it is printed. What belongs together is not torn
 * over two pages. Nothing of a lesson is in it.
 */
export const STYLE = `
@page { margin: 14mm 15mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt Inter, sans-serif; color: #526078; } }
* { box-sizing: border-box; }
body { max-width: 186mm; margin: 0 auto; color: #151b27; background: #fff; font: 10.5pt/1.45 Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@media screen { body { padding: 12mm 0; } }
h1 { margin: 0 0 1mm; font-size: 20pt; line-height: 1.2; }
h2 { margin: 0 0 1.5mm; font-size: 13pt; line-height: 1.25; break-after: avoid; }
p { margin: 0 0 1.5mm; }
.which { color: #526078; }
.who { display: flex; gap: 8mm; margin: 5mm 0 2mm; }
.who > span { flex: 1; border-bottom: 0.3mm solid #9aa6ba; padding-bottom: 5mm; color: #526078; }
.note { color: #526078; font-size: 9pt; }
.step { margin-top: 6mm; padding-top: 4mm; border-top: 0.3mm solid #d5dbe6; break-inside: avoid; }
.ask { margin-top: 2mm; font-weight: 600; break-after: avoid; }
.choices { display: flex; flex-wrap: wrap; gap: 1mm 8mm; margin: 0 0 1mm; padding: 0; list-style: none; }
.choices > li::before { content: '☐ '; font-size: 13pt; line-height: 1; }
pre { margin: 2mm 0; padding: 2mm 3mm; border: 0.3mm solid #9aa6ba; border-radius: 1.5mm; background: #f6f7fa; font: 9.5pt/1.5 'JetBrains Mono', 'Noto Sans SC', ui-monospace, Menlo, Consolas, monospace; white-space: normal; }
code { font: 0.95em 'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace; }
pre > code { display: block; padding-left: 2ch; text-indent: -2ch; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
pre > code::before { content: '$ '; color: #526078; }
pre mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: 0.2em; }
.write { color: #526078; font-size: 9pt; break-before: avoid; }
.write > i { display: block; height: 8mm; border-bottom: 0.3mm solid #9aa6ba; }
figure { margin: 3mm 0; break-inside: avoid; }
figure > svg { display: block; max-width: 100%; height: auto; max-height: 92mm; margin: 0 auto; }
figure.tall > svg { max-height: 130mm; }
figcaption { margin-top: 1mm; color: #526078; font-size: 9pt; }
.answers { break-before: page; }
.answers > section { margin-top: 5mm; }
.answers > section > * { break-inside: avoid; }
.answers h3 { margin: 0 0 1mm; font-size: 11pt; line-height: 1.3; break-after: avoid; }
.answers dl { margin: 0; }
.answers dl > div { margin-bottom: 1mm; padding-left: 5mm; text-indent: -5mm; break-inside: avoid; }
.answers dt, .answers dd { display: inline; margin: 0; }
.answers dt { font-weight: 600; }
.answers dt::before { content: '✗ '; color: #b3261e; }
.answers .right dt::before { content: '✓ '; color: #086f4a; }
.why { margin-top: 1mm; padding-left: 3mm; border-left: 0.8mm solid #086f4a; }
`;
