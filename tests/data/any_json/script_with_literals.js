// generated, do not edit
'use strict';
const speakers = [
  { id: 'bm', name: 'Beatrix Moncrieff', job: 'Head of Retail', org: "Moncrieff's" },
  { id: 'tl', name: 'Tarek Lahoud', job: 'Buyer', org: 'Cedar & Salt', }, // trailing comma
];
/* two talks, one break */
const sessions = [
  { title: `Windows that stop people`, start: '2027-09-09T10:00', end: '2027-09-09T10:30', speakers: ['bm'], hot: !0 },
  { title: "Spices: a seller\u2019s market", start: new Date('2027-09-09T10:30'), end: '2027-09-09T11:00', speakers: ['tl', 'bm'] },
  { title: 'Lunch ' + 'together', start: '2027-09-09T12:00', end: '2027-09-09T13:00', speakers: [], icon: icons.fork },
];
export default { speakers, sessions };
