/* SIKA Forum 2026 — CMS-ready data + behaviour */
'use strict';
const SIKA_DATA = {
  event: { name: 'SIKA Forum 2026', date: '2026-10-07', venue: 'Great Hall, Kumasi' },
  // Programme rows; status gate: published | tba
  programme: [
    { id: 'p0', start: '08:00', end: '08:45', title: 'Arrival, Registration and Exhibition', type: 'Registration', speakers: [], status: 'published' },
    { id: 'p1', start: '08:45', end: '09:00', title: 'Opening and Welcome Address', type: 'Opening', speakers: ['Prof. Godfred Kwei-Akrong'], status: 'published' },
    { id: 'p2', start: '09:00', end: '09:45', title: 'Keynote: Trust after the Clean-up', type: 'Keynote', speakers: ['Dr. Emmanuel Oware-Boadi'], status: 'published' },
    { id: 'p3', start: '09:45', end: '10:30', title: 'Perspective: Pricing Risk in a Village', type: 'Session', speakers: ['Abena Serwaa Mintah'], status: 'published' },
    { id: 'p4', start: '10:30', end: '11:00', title: 'Snack Break', type: 'Break', speakers: [], status: 'published' },
    { id: 'p5', start: '11:00', end: '12:15', title: 'Expert Panel: Who Insures the Informal Trader?', type: 'Panel', speakers: ['Efua Nyarko-Quaye', 'Kojo Antwi-Larbi', 'Abena Serwaa Mintah'], status: 'published' },
    { id: 'p6', start: '12:15', end: '13:00', title: 'Open Forum', type: 'Open Forum', speakers: [], status: 'published' },
    { id: 'p7', start: '13:00', end: '14:00', title: 'Lunch and Networking', type: 'Break', speakers: [], status: 'published' },
  ],
  news: [
    { slug: 'call-open', date: '2026-06-01', title: 'Registration is open', author: 'SIKA Secretariat', body: `Seats are limited.` },
    { slug: 'keynote', date: '2026-07-15', title: 'Keynote speaker confirmed', author: 'SIKA Secretariat', body: `We are glad to announce the first keynote.` },
  ],
};
function el(tag, cls) { const n = document.createElement(tag); if (cls) n.className = cls; return n; }
function renderProgramme() {
  const list = document.getElementById('programmeList');
  if (!list) return;
  SIKA_DATA.programme.filter((p) => p.status === 'published').forEach((p) => { const row = el('div', 'row'); row.textContent = `${p.start} ${p.title}`; list.appendChild(row); });
}
document.addEventListener('DOMContentLoaded', renderProgramme);
