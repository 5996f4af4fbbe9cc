import { Session, Speaker } from '../types';

export const conferenceProgram = {
  day1: {
    date: '2027-08-25',
    title: 'Day 1',
    sessions: [
      {
        id: 'day1-registration',
        title: {
          en: 'Registration',
          'ku-sorani': 'تۆمارکردن',
          'ku-kurmanji': 'Tomarkirin'
        },
        description: {
          en: 'Registration and welcome',
          'ku-sorani': 'تۆمارکردن و پێشوازی',
          'ku-kurmanji': 'Tomarkirin û pêşwazî'
        },
        startTime: new Date('2027-08-25T08:00:00'),
        endTime: new Date('2027-08-25T08:45:00'),
        type: 'networking' as const,
        location: 'Main Lobby',
        speakers: []
      },
      {
        id: 'day1-keynote',
        title: {
          en: 'Mountain Radio and the Villages Between',
          'ku-sorani': 'ڕادیۆی شاخ',
          'ku-kurmanji': 'Radyoya çiyê'
        },
        description: {
          en: 'How valleys talk to each other.',
          'ku-sorani': '',
          'ku-kurmanji': ''
        },
        startTime: new Date('2027-08-25T09:00:00'),
        endTime: new Date('2027-08-25T09:50:00'),
        type: 'keynote' as const,
        location: 'Hall A',
        speakers: ['sp-berivan', 'sp-holt']
      },
      {
        id: 'day1-coffee',
        title: {
          en: 'Coffee Break',
          'ku-sorani': 'پشووی قاوە',
          'ku-kurmanji': 'Bêhnvedana qehweyê'
        },
        startTime: new Date('2027-08-25T09:50:00'),
        endTime: new Date('2027-08-25T10:15:00'),
        type: 'break' as const,
        location: 'Main Lobby',
        speakers: []
      }
    ]
  },
  day2: {
    date: '2027-08-26',
    title: 'Day 2',
    sessions: [
      {
        id: 'day2-w1',
        title: {
          en: 'Workshop: Spelling in Two Alphabets',
          'ku-sorani': 'وۆرکشۆپ',
          'ku-kurmanji': 'Atolye'
        },
        startTime: new Date('2027-08-26T10:00:00'),
        endTime: new Date('2027-08-26T12:00:00'),
        type: 'workshop' as const,
        location: 'Room 204',
        speakers: ['sp-rojda']
      },
      {
        id: 'day2-close',
        title: {
          en: 'Closing Remarks',
          'ku-sorani': 'کۆتایی',
          'ku-kurmanji': 'Girtin'
        },
        startTime: new Date('2027-08-26T12:00:00'),
        endTime: new Date('2027-08-26T12:30:00'),
        type: 'talk' as const,
        location: 'Hall A',
        speakers: ['sp-berivan']
      }
    ]
  }
};

export const speakers: Speaker[] = [
  {
    id: 'sp-berivan',
    name: 'Berîvan Demirel',
    title: { en: 'Professor of Linguistics', 'ku-sorani': 'پرۆفیسۆر', 'ku-kurmanji': 'Profesor' },
    affiliation: 'Dicle Open University',
    bio: { en: 'Writes on mountain dialects.', 'ku-sorani': '', 'ku-kurmanji': '' },
    image: '/speakers/berivan.jpg'
  },
  {
    id: 'sp-holt',
    name: 'Margaret Holt',
    title: { en: 'Radio Producer', 'ku-sorani': '', 'ku-kurmanji': '' },
    affiliation: 'Valley FM',
    bio: { en: '', 'ku-sorani': '', 'ku-kurmanji': '' },
    image: '/speakers/holt.jpg'
  },
  {
    id: 'sp-rojda',
    name: 'Rojda Şen',
    title: { en: 'Lexicographer', 'ku-sorani': '', 'ku-kurmanji': '' },
    affiliation: 'Ferheng Institute',
    bio: { en: '', 'ku-sorani': '', 'ku-kurmanji': '' },
    image: '/speakers/rojda.jpg'
  }
];
