/**
 * HEDGE Conference 2027 Agenda Data
 * Based on information from new source file
 */

export const conferenceDays = [
  { id: '1', date: 'March 17, 2027', day: 'Wednesday' },
  { id: '2', date: 'March 18, 2027', day: 'Thursday' }
];

export const eventTypes = [
  { id: 'all', label: 'All' },
  { id: 'keynote', label: 'Keynotes' },
  { id: 'breakout', label: 'Breakouts' },
  { id: 'networking', label: 'Networking' },
  { id: 'panel', label: 'Panels' },
  { id: 'meal', label: 'Meals' }
];

export const agendaEvents = [
  // WEDNESDAY, MARCH 17
  { id: '101', dayId: '1', title: 'Registration Open', time: '12:00 PM - 6:00 PM', location: 'Grand Foyer', type: 'networking', description: '' },
  { id: '102', dayId: '1', title: 'Welcome Remarks', time: '1:00 PM - 1:15 PM', location: 'Hawthorn Ballroom', type: 'keynote', speakers: ['Delphine Oakhurst, President & CEO, Hedge Council'] },
  { id: '103', dayId: '1', title: 'Opening Keynote: The Long Row', time: '1:15 PM - 2:00 PM', location: 'Hawthorn Ballroom', type: 'keynote', speakers: ['Rufus Blackthorn, Author of “Roots First”'] },
  { id: '104', dayId: '1', title: 'Pruning Under Pressure', time: '2:15 PM - 3:00 PM', location: 'Holly A', type: 'breakout', track: 'Operations', speakers: ['Mireya Salgado-Pitt, VP Operations, Verdant Trust', 'Owen Tolliver, Director of Estates, Quickset plc'] },
  { id: '105', dayId: '1', title: 'Data in the Ditch', time: '2:15 PM - 3:00 PM', location: 'Holly B', type: 'breakout', track: 'Technology', speakers: ['Soo-jin Baek, Chief Data Officer, Ditchfield'] },
  { id: '106', dayId: '1', title: 'Refreshment Break', time: '3:00 PM - 3:30 PM', location: 'Grand Foyer', type: 'meal' },
  { id: '107', dayId: '1', title: 'Panel: Who Owns the Border?', time: '3:30 PM - 4:30 PM', location: 'Hawthorn Ballroom', type: 'panel', moderator: 'Delphine Oakhurst', speakers: ['Aurelio Conti, Partner, Conti Siepi', 'Hannelore Dreyer, General Counsel, Heckenwerk AG'] },
  { id: '108', dayId: '1', title: 'Welcome Reception', time: '6:00 PM - 8:00 PM', location: 'Terrace', type: 'networking', sponsor: 'Quickset plc' },

  // THURSDAY, MARCH 18
  { id: '201', dayId: '2', title: 'Breakfast', time: '7:30 AM - 8:30 AM', location: 'Terrace', type: 'meal' },
  { id: '202', dayId: '2', title: 'Fireside Chat: Lessons from Three Droughts', time: '8:30 AM - 9:15 AM', location: 'Hawthorn Ballroom', type: 'keynote', speakers: ['Imogen Farthingale, Chair, Verdant Trust', 'Rufus Blackthorn'] },
  { id: '203', dayId: '2', title: 'Insurance for Living Things', time: '9:30 AM - 10:15 AM', location: 'Holly A', type: 'breakout', speakers: ['Kwabena Asiedu, Head of Underwriting, Leafcover'] },
  { id: '204', dayId: '2', title: 'Closing Lunch', time: '12:00 PM - 1:30 PM', location: 'Terrace', type: 'meal' }
];

export default { conferenceDays, eventTypes, agendaEvents };
