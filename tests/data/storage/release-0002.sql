BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE documents (
	seq INTEGER NOT NULL, 
	workspace_id VARCHAR(64) NOT NULL, 
	owner VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	id VARCHAR(255) NOT NULL, 
	event VARCHAR(64), 
	person VARCHAR(64), 
	find VARCHAR(255), 
	version INTEGER NOT NULL, 
	changed_at VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	CONSTRAINT documents_once UNIQUE (workspace_id, owner, kind, id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id)
);
INSERT INTO "documents" VALUES(1,'home','me','profile','me',NULL,NULL,NULL,1,'2026-11-22T04:22:59+00:00','{"company":"Talentry","industry":"HR software","name":"Mark","title":"VP Sales","topics":["ramp-up"]}');
INSERT INTO "documents" VALUES(2,'home','','event','event1','event1',NULL,NULL,1,'2026-11-22T04:22:59+00:00','{"added_at":"2026-11-22T04:22:59+00:00","event":{"end":"2026-03-03","name":"Northwind Revenue Summit","start":"2026-03-03","timezone":"Europe/Berlin","url":null,"venue":"Hafenhalle"},"id":"event1","read_at":"2026-11-22T04:22:59+00:00","source":"https://summit.example/agenda"}');
INSERT INTO "documents" VALUES(3,'home','','reading','b684aecb23084d8fb3f79903097ba27e','event1',NULL,NULL,1,'2026-11-22T04:22:59+00:00','{"agenda":{"event":{"end":"2026-03-03","name":"Northwind Revenue Summit","start":"2026-03-03","timezone":"Europe/Berlin","url":null,"venue":"Hafenhalle"},"scraper":"file","sessions":[{"abstract":null,"end":null,"found_in":{},"id":"what-ramp-up-really-costs","kind":"talk","room":null,"speakers":["ines-talbot"],"start":"2026-03-03T09:00:00+01:00","title":"What ramp-up really costs","track":null,"unsure":[],"url":null}],"source":"https://summit.example/agenda","speakers":[{"bio":null,"company":"Corvia Medical","found_in":{},"id":"ines-talbot","links":{},"name":"Ines Talbot","title":"VP Sales","unsure":[],"url":null}],"warnings":[]},"at":"2026-11-22T04:22:59+00:00","id":"b684aecb23084d8fb3f79903097ba27e"}');
INSERT INTO "documents" VALUES(4,'home','','person','ines',NULL,'ines','ines talbot',1,'2026-11-22T04:22:59+00:00','{"company":"Corvia Medical","id":"ines","name":"Ines Talbot","title":"VP Sales"}');
INSERT INTO "documents" VALUES(5,'home','me','bond','ines',NULL,'ines',NULL,1,'2026-11-22T04:22:59+00:00','{"id":"ines","relation":"friend","remarks":"runs marathons"}');
INSERT INTO "documents" VALUES(6,'home','','speaker','event1/ines-talbot','event1','ines',NULL,1,'2026-11-22T04:22:59+00:00','{"key":"ines-talbot","new":false,"person":"ines"}');
INSERT INTO "documents" VALUES(7,'home','','person','luca',NULL,'luca','luca ferri',1,'2026-11-22T04:22:59+00:00','{"company":"Pasta AG","id":"luca","name":"Luca Ferri"}');
INSERT INTO "documents" VALUES(8,'home','me','draft','event1/ines/thanks/email','event1','ines',NULL,1,'2026-11-22T04:22:59+00:00','{"channel":"email","event":"event1","person":"ines","step":"thanks","text":"Dear Ines","version":0}');
INSERT INTO "documents" VALUES(9,'home','me','meeting','m1','event1',NULL,NULL,1,'2026-11-22T04:22:59+00:00','{"end":"2026-03-03T10:15","event":"event1","id":"m1","people":["ines"],"pinned":false,"place":"Foyer","sequence":0,"start":"2026-03-03T10:00","status":"proposed","version":0}');
INSERT INTO "documents" VALUES(10,'home','','fact','industry/corvia medical',NULL,NULL,'industry',1,'2026-11-22T04:22:59+00:00','{"date":"2026-02-20","key":"Corvia Medical","kind":"industry","source":"you said so","value":"medical devices"}');
INSERT INTO "documents" VALUES(11,'home','','correction','c1','event1',NULL,NULL,1,'2026-11-22T04:22:59+00:00','{"action":"edit","id":"what-ramp-up-really-costs","into":null,"thing":"session","values":{"room":"B"}}');
INSERT INTO "documents" VALUES(12,'home','me','settings','me',NULL,NULL,NULL,1,'2026-11-22T04:22:59+00:00','{"language":"en"}');
CREATE TABLE entries (
	seq INTEGER NOT NULL, 
	workspace_id VARCHAR(64) NOT NULL, 
	member_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	event VARCHAR(64), 
	person VARCHAR(64), 
	shared BOOLEAN DEFAULT 0 NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	CONSTRAINT entries_once UNIQUE (workspace_id, member_id, id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id), 
	FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "entries" VALUES(1,'home','me','entry1','met','event1','ines',0,'{"at":"2026-03-03T10:00:00","event":"event1","id":"entry1","kind":"met","person":"ines"}');
INSERT INTO "entries" VALUES(2,'home','me','entry2','favour_given','event1','ines',0,'{"at":"2026-03-03T10:10:00","event":"event1","id":"entry2","kind":"favour_given","others":["luca"],"person":"ines","way":"connect_peer"}');
INSERT INTO "entries" VALUES(3,'home','me','entry3','retracted',NULL,NULL,0,'{"at":"2026-03-03T10:11:00","id":"entry3","kind":"retracted","refers_to":"entry2"}');
CREATE TABLE members (
	id VARCHAR(64) NOT NULL, 
	workspace_id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	email TEXT, 
	subject VARCHAR(255), 
	role VARCHAR(16) NOT NULL, 
	made_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(workspace_id) REFERENCES workspaces (id), 
	UNIQUE (subject)
);
INSERT INTO "members" VALUES('me','home','Me',NULL,NULL,'owner','2026-11-22 04:22:59');
CREATE TABLE workspaces (
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	made_at VARCHAR(32) NOT NULL, changes INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "workspaces" VALUES('home','My workspace','2026-11-22 04:22:59',11);
CREATE INDEX documents_by_event ON documents (workspace_id, kind, event);
CREATE INDEX documents_by_person ON documents (workspace_id, kind, person);
CREATE INDEX documents_by_find ON documents (workspace_id, kind, find);
COMMIT;
