export default {
  "sessions": [
    { "rooms": [ "gh0", "mh0" ], "talk": "Conference Check-in and Registration", "speaker": null, "times": ["7:00am", "8:00am"] },
    { "rooms": [ "gh1" ], "talk": "Rivers and Pipes are Not Mutually Exclusive", "speaker": "Dr. Rebecca Parrish", "times": ["8:00am", "8:45am"] },
    { "rooms": [ "gh2", "mh2" ], "talk": "[Transition]", "speaker": null, "times": ["8:45am", "9:00am"] },
    { "rooms": [ "gh3" ], "talk": "The Decentralized Well", "speaker": "Brian Slattery", "times": ["9:00am", "10:30am"] },
    { "rooms": [ "mh3" ], "talk": "Small Pump Caching Strategies", "speaker": "Mark Richmond", "times": ["9:00am", "10:30am"] },
    { "rooms": [ "gh4", "mh4" ], "talk": "[Transition]", "speaker": null, "times": ["10:30am", "10:45am"] },
    { "rooms": [ "gh5" ], "talk": "Deconstructing the Modern Faucet", "speaker": "Scott Davidson", "times": ["10:45am", "12:15pm"] },
    { "rooms": [ "mh5" ], "talk": "Plumbing: The Hard Parts", "speaker": "Neil Forde", "times": ["10:45am", "12:15pm"] },
    { "rooms": [ "gh6", "mh6" ], "talk": "Lunch", "speaker": null, "times": ["12:15pm", "1:30pm"] },
    { "rooms": [ "gh7" ], "talk": "Evolutionary Canals and Locks", "speaker": "Dr. Rebecca Parrish", "times": ["1:30pm", "3:00pm"] },
    { "rooms": [ "mh7" ], "talk": "Exploring Modern Copper", "speaker": "Dr. Venkat Subbaraman", "times": ["1:30pm", "3:00pm"] },
    { "rooms": [ "gh8", "mh8" ], "talk": "Expert Panel & Raffle", "speaker": "All Speakers", "times": ["3:15pm", "4:00pm"] }
  ]
}
