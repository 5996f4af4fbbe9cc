/* eslint-disable max-len */
import avatarKim from '../images/kim.jpg';
import { slugify } from './utils';

const HALL = 'Main Hall';
const LOFT = "The Loft";

export const speakers = {
  kim: {
    name: 'Kim Aldersey',
    role: 'Community Manager, Foundry Lane',
    avatar: avatarKim,
    social: { twitter: 'https://twitter.com/kimaldersey', site: `https://kim.example.org` },
  },
  dede: {
    name: 'Dédé Lacombe',
    role: 'Co-founder @ Atelier Nord',
    avatar: require('../images/dede.jpg'),
    social: {},
  },
  sunil: { name: "Sunil D'Costa", role: 'Freelance', avatar: null },
};

export const schedule = [
  { start: '9:00', end: '9:30', title: 'Doors & coffee', place: HALL },
  {
    start: '9:30',
    end: '10:10',
    title: `Moderating with a light hand`,
    place: HALL,
    speakers: [speakers.kim],
    abstract: `Communities grow
      when we let them argue.`,
  },
  { start: '10:20', end: '11:00', title: 'Drawing in public', place: LOFT, speakers: [speakers.dede, speakers.sunil], slug: slugify('Drawing in public') },
  // { start: '11:00', end: '11:30', title: 'Cancelled talk', place: LOFT },
  { start: '11:00', end: '11:45', title: 'The invoice game', place: LOFT, speakers: [speakers.sunil], tags: ['money', 'fun'], },
];

export default schedule;
