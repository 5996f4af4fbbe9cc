module.exports = [
  {
    "type" : "session",
    "time" : "13:00 - 13:45",
    "sessions" : [
      {
        "id" : "1f-l-1",
        "title": "地図で読む港の未来",
        "speakers": ["kensuke_komura", "aya_shirota"],
        "description": "港の地図を重ねて読みます。",
        "materials": null
      },
      {
        "id" : "2f-l-1",
        "title": "紙の海図から学ぶUI",
        "speakers": ["masato_yagura"],
        "description": "海図の色使いの話。",
        "materials": null
      }
    ]
  },
  {
    "type": "break",
    "time": "13:45 - 14:00",
    "text": "休憩（15分）"
  },
  {
    "type" : "session",
    "time" : "14:00 - 14:45",
    "sessions" : [
      {
        "id" : "1f-l-2",
        "title": "灯台APIのつくりかた",
        "speakers": ["shunpei_shirai", "masato_yagura"],
        "description": "灯台を呼び出します。",
        "materials": null
      },
      {
        "id" : "5f-s0-2",
        "title": "波と遊ぶWebGL",
        "speakers": ["haruka_ido"],
        "description": "波を描きます。",
        "materials": null
      }
    ]
  },
  {
    "type": "break",
    "time": "14:45 - 15:00",
    "text": "休憩（15分）"
  },
  {
    "type" : "session",
    "time" : "15:00 - 15:45",
    "sessions" : [
      {
        "id" : "1f-l-3",
        "title": "クロージングと抽選会",
        "speakers": [],
        "description": "",
        "materials": null
      }
    ]
  }
];
