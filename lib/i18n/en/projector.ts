/** What a person has on top of the picture in projector mode. */
export const projector = {
  tools: 'On the picture',
  spotlight: 'Spotlight',
  spotlightOn: 'Spotlight: all is dark but what is selected or pointed at',
  spotlightOff: 'Spotlight off',
  marker: 'Marker',
  markerOn: 'Marker: a pointer draws on the picture',
  markerOff: 'Marker put away',
  wipe: 'Wipe away what was drawn',
  wiped: 'What was drawn is wiped away',
  leave: 'Leave projector mode',
};
