-- A ledger of schema 10, as leasebook 0.1.0 wrote it before withdrawals ended deals for good: that of
-- schema 9, brought up to date, with a true-up that keeps what the year came to (entry 29) and a
-- receipt (entry 30). Its head is
-- a40470fb5d29ee4afd0917fe144eba4dbafed4c56bf8fd24efdc87e55e554277.
PRAGMA application_id = 1279607123;
PRAGMA user_version = 10;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE entryKind (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind <> ''),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO entryKind VALUES('creditNote','amounts taken off what was billed, or given back');
INSERT INTO entryKind VALUES('deal','the terms of a lease, a hosting contract or a cloud contract, or its end');
INSERT INTO entryKind VALUES('invoice','amounts that a tenant owes');
INSERT INTO entryKind VALUES('party','a landlord, tenant, guarantor or end user');
INSERT INTO entryKind VALUES('receipt','money that came in from a tenant');
INSERT INTO entryKind VALUES('refund','a credit of a tenant that was paid back');
INSERT INTO entryKind VALUES('reversal','a receipt, a write-off or a refund undone');
INSERT INTO entryKind VALUES('run','a question, what it was asked of, and the answer that it got');
INSERT INTO entryKind VALUES('scenario','a named set of changes to assumptions and of delays');
INSERT INTO entryKind VALUES('series','values of months or days as they were published, such as a price index');
INSERT INTO entryKind VALUES('site','a place where halls stand');
INSERT INTO entryKind VALUES('writeOff','an amount that is no longer expected');
CREATE TABLE recording (
  recording INTEGER PRIMARY KEY CHECK (recording > 0),
  -- A UTC instant, such as 2026-11-21T05:46:00Z.
  recordedAt TEXT NOT NULL
    CHECK (recordedAt IS strftime('%Y-%m-%dT%H:%M:%SZ', recordedAt, '+0 days')),
  -- The program and its version.
  program TEXT NOT NULL CHECK (program <> ''),
  -- The number of the schema under which it was recorded.
  schemaVersion INTEGER NOT NULL CHECK (schemaVersion > 0)
) STRICT;
INSERT INTO recording VALUES(1,'2026-11-21T10:00:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(2,'2026-11-21T10:01:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(3,'2026-11-21T10:02:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(4,'2026-11-21T10:03:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(5,'2026-11-21T10:04:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(6,'2026-11-21T10:05:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(7,'2026-11-21T10:06:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(8,'2026-11-21T10:07:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(9,'2026-11-21T10:08:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(10,'2026-11-21T10:10:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(11,'2026-11-21T10:11:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(12,'2026-11-21T10:12:00Z','leasebook 0.1.0',6);
INSERT INTO recording VALUES(13,'2026-11-21T20:21:00Z','leasebook 0.1.0',9);
INSERT INTO recording VALUES(14,'2026-11-21T20:22:00Z','leasebook 0.1.0',9);
INSERT INTO recording VALUES(15,'2026-11-21T20:23:00Z','leasebook 0.1.0',9);
INSERT INTO recording VALUES(16,'2026-11-21T20:24:00Z','leasebook 0.1.0',9);
INSERT INTO recording VALUES(17,'2026-11-21T20:25:00Z','leasebook 0.1.0',9);
INSERT INTO recording VALUES(18,'2026-11-21T20:26:00Z','leasebook 0.1.0',9);
INSERT INTO recording VALUES(19,'2026-11-21T12:00:00Z','leasebook 0.1.0',10);
INSERT INTO recording VALUES(20,'2026-11-21T12:01:00Z','leasebook 0.1.0',10);
CREATE TABLE document (
  document INTEGER PRIMARY KEY CHECK (document > 0),
  -- SHA-256 of the bytes in hexadecimal.
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT;
INSERT INTO document VALUES(1,'9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8',X'706172746965733a0a20206875742d383a207b6e616d653a20487574203820436f72702e2c20616c69617365733a205b48757420385d2c207469636b65723a204855547d0a2020666c756964737461636b3a207b6e616d653a20466c756964737461636b7d0a73697465733a0a202072697665722d62656e643a207b6e616d653a2052697665722042656e642063616d7075732c20726567696f6e3a204c412c20636f756e7472793a2055532c206c616e646c6f72643a206875742d387d0a');
INSERT INTO document VALUES(2,'0134579922162ec21c4a6af599f99ec768b3efe3769ff305af2fbbcd1f2958b1',X'6465616c3a2072697665722d62656e640a616e6e6f756e6365643a20323032352d31322d31370a736f757263653a2072656c656173650a7465726d733a0a20206c616e646c6f72643a206875742d380a202074656e616e743a20666c756964737461636b0a2020736974653a2072697665722d62656e640a2020636f6e74726163743a207b6b696e643a206c656173657d0a2020637269746963616c49543a20323435204d570a20207465726d3a2031352079656172730a202072656e74436f6d6d656e63656d656e743a20323032372d30372d30310a202072656e743a207b636f6e747261637456616c75653a20372e3020626e205553442c20657363616c61746f723a207b66697865643a203320257d7d0a736f75726365733a0a202072656c656173653a207b6b696e643a2072656c656173652c20646174653a20323032352d31322d31377d0a');
INSERT INTO document VALUES(3,'43d8c6bb0b1a9f4c198f71d206a18d1488e28743c44e023e94d3dbbb1e28ebad',X'7365726965733a206370690a6e616d653a204350492c2074776f206d6f6e7468730a6b696e643a20707269636520696e6465780a756e69743a20696e6465780a6672657175656e63793a206d6f6e74686c790a616e6e6f756e6365643a20323032362d30322d31310a66696c653a206370692e6373760a636f6c756d6e733a207b6d6f6e74683a206d6f6e74682c2076616c75653a2076616c75657d0a736f757263653a20626c730a736f75726365733a0a2020626c733a207b6b696e643a2072656c656173652c20646174653a20323032362d30322d31317d0a');
INSERT INTO document VALUES(4,'ce45b7395c80a35b62b7276ff90911474066ea91a0c54d6e4da2cf4c214ed489',X'6d6f6e74682c76616c75650a323032352d31322c3332342e3035340a323032362d30312c3332352e3235320a');
INSERT INTO document VALUES(5,'bd7b78cded8cbbba43dd4369c8135fa3d72b2d4d9972d806182308d4d13318f8',X'616d656e64733a2072697665722d62656e640a616e6e6f756e6365643a20323032362d30332d30320a736f757263653a206e6f74650a726561736f6e3a2064656c69766572656420612071756172746572206c617465720a7465726d733a0a202072656e74436f6d6d656e63656d656e743a20323032372d31302d30310a736f75726365733a0a20206e6f74653a207b6b696e643a2070726573732c20646174653a20323032362d30332d30327d0a');
INSERT INTO document VALUES(6,'b075d0ec245926533f70db007ce6dfec8f52d1b0b3aa56bf784dd4bc421ec989',X'7363656e6172696f3a206c6174650a6e616d653a2054776f207175617274657273206c6174650a64656c6179733a207b616c6c3a20322071756172746572737d0a');
INSERT INTO document VALUES(7,'fa15d0148237e2c7a638c73ef163ae6880988eaf5740a6927c29e73b7ee4ba75',X'616d656e64733a2072697665722d62656e640a616e6e6f756e6365643a20323032382d30312d31300a6566666563746976653a20323032372d30372d30310a736f757263653a206e6f74650a726561736f6e3a2072656e7420626567696e732061206d6f6e7468206c617465720a7465726d733a0a202072656e74436f6d6d656e63656d656e743a20323032372d31312d30310a736f75726365733a0a20206e6f74653a207b6b696e643a2070726573732c20646174653a20323032382d30312d31307d0a');
INSERT INTO document VALUES(8,'7f67d06e41f0ce3d939c4b72209f81a612c778c288417e1a4c94c56fc5cad530',X'616d656e64733a2072697665722d62656e640a616e6e6f756e6365643a20323032382d30322d31300a6566666563746976653a20323032382d30322d31300a736f757263653a206e6f74650a726561736f6e3a206f7065726174696e6720636f737420697320657374696d617465642c20616e64206c6174656e65737320636f73747320696e7465726573740a7465726d733a0a2020636f6e74726163743a207b6b696e643a206c656173652c207374727563747572653a20747269706c652d6e65747d0a20206f7065726174696e67436f7374733a205b7b6e616d653a206d61696e74656e616e63652c20616d6f756e743a20302e36204d205553442f796561727d5d0a20207061796d656e743a207b6c617465496e7465726573743a207b726174653a203920257d2c206772616365446179733a20337d0a736f75726365733a0a20206e6f74653a207b6b696e643a2070726573732c20646174653a20323032382d30322d31307d0a');
CREATE TABLE entry (
  -- The order in which things were recorded, from 1, without gaps.
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  recording INTEGER NOT NULL REFERENCES recording,
  kind TEXT NOT NULL REFERENCES entryKind,
  -- The deal, party, site or other thing by its id.
  subject TEXT NOT NULL CHECK (subject <> ''),
  -- The version of the subject, from 1 in the order of recording.
  number INTEGER NOT NULL CHECK (number > 0),
  -- From when the version holds; 0001-01-01 where it has no beginning.
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  -- When the public knew it; 0001-01-01 where that is not dated.
  knownOn TEXT NOT NULL CHECK (knownOn IS date(knownOn, '+0 days')),
  document TEXT REFERENCES document (hash),
  -- The name of the file as it was given; NULL where there was none.
  fileName TEXT CHECK (fileName IS NULL OR document IS NOT NULL),
  reason TEXT,
  -- SHA-256 of what the version states, by which a repeat is recognised.
  content TEXT NOT NULL CHECK (length(content) = 64 AND content NOT GLOB '*[^0-9a-f]*'),
  -- SHA-256 of the link before, of this row and of all rows of the entry.
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (kind, subject, number),
  UNIQUE (sequence, subject)
) STRICT;
INSERT INTO entry VALUES(1,2,'party','hut-8',1,'0001-01-01','0001-01-01','9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8','parties.yaml',NULL,'1e80fda7e7eabe5dfad2aa2397980ff9467857aa445e1ed461479d18fcda3b48','562517b32a7473c14c004145f38fdf23b3b598b81f0d82de42079e3fba0750c6');
INSERT INTO entry VALUES(2,2,'party','fluidstack',1,'0001-01-01','0001-01-01','9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8','parties.yaml',NULL,'3c930659814daa38537e8ddaf6cddab65e2ff3468df87a809d305a951d4ecfd5','23c60bc5c8e4e9167329a0434daa38d203a6b50fdba480ce3e253b782b3b963d');
INSERT INTO entry VALUES(3,2,'site','river-bend',1,'0001-01-01','0001-01-01','9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8','parties.yaml',NULL,'3c9c4f14a7e1bbda674bac7addc71f630d870555ede0e8f3b341d010f7722fd9','2b1c8d965773f3c3400bbf1ea2ffe27e502ce47112c0f8baf134fcb7af99ee13');
INSERT INTO entry VALUES(4,2,'deal','river-bend',1,'2025-12-17','2025-12-17','0134579922162ec21c4a6af599f99ec768b3efe3769ff305af2fbbcd1f2958b1','river-bend.yaml',NULL,'42a97baedcb33c3079e0d18b2ba343e902418ab8d16e7f3710ee2df84d2a2b05','2bef3d7ac14af1409c3966466e2e8abd9a915069c5fdfd5898e6737ffcd11135');
INSERT INTO entry VALUES(5,3,'series','cpi',1,'0001-01-01','2026-02-11','43d8c6bb0b1a9f4c198f71d206a18d1488e28743c44e023e94d3dbbb1e28ebad','cpi.yaml',NULL,'2af44ebea234822a2c366c4112f5a3c34d7062edb5dfb8277345c4c628269523','558f5521759f92a31dff46bfd6b69ba7a34f7f5df00390152b09b840049e6b8f');
INSERT INTO entry VALUES(6,3,'deal','river-bend',2,'2026-03-02','2026-03-02','bd7b78cded8cbbba43dd4369c8135fa3d72b2d4d9972d806182308d4d13318f8','amendment.yaml','delivered a quarter later','bb3192eaa9675d475b6e97f22b3bc9bcaf9ea62cd237a4cf7914a4e2be914e2b','734f4ce3a57a09f0b49c5d0ae988bda9aabb4dce68d5653db5659535db32727b');
INSERT INTO entry VALUES(7,4,'scenario','late',1,'0001-01-01','0001-01-01','b075d0ec245926533f70db007ce6dfec8f52d1b0b3aa56bf784dd4bc421ec989','late.yaml',NULL,'27364d6ffc238375a10cc447e2f4d2f91a10b839405602f115129607b6dfa00c','b0e2388d063f28f16fd681a2edb6fe9c57ab6c2e6cf5c1eaad04f32f2b9095b8');
INSERT INTO entry VALUES(8,5,'invoice','hut-8-2027-0001',1,'2027-10-01','2027-10-01',NULL,NULL,NULL,'568bddbc35ccba470b43a8cbd69093ecb8abcebbd4db345c9338bea482e12c87','48b843498fc84b8879a9a4bf841155dde365da59963e106a10f44ba6faeb31ac');
INSERT INTO entry VALUES(9,5,'invoice','hut-8-2027-0002',1,'2027-11-01','2027-11-01',NULL,NULL,NULL,'a560273a495966397eece7e5d37c68ec9bf5308ece55126834ce63309358c2a7','795be4a6110f9fb31b0a1952766b7c4962e3f02c8058479772e616beb54a5b00');
INSERT INTO entry VALUES(10,6,'receipt','hut-8-2027-R0001',1,'2027-10-05','2027-10-05',NULL,NULL,NULL,'05a22da949378381d98a3b28660eaa08ae18ee4544a45da9e7249412c81e41b2','142ee38d7fc1044ea68107fcebe23c44e92542e165d4a65e3cfa3e591f74dccb');
INSERT INTO entry VALUES(11,7,'receipt','hut-8-2027-R0002',1,'2027-12-05','2027-12-05',NULL,NULL,NULL,'72c7fd532e19bafff8bda2d77b1cb987eae73866654ec954c5fad5c68b09272b','a176648f54e5168395454d4a928a0f3ed586d26848b3e5b960165012a8160871');
INSERT INTO entry VALUES(12,8,'reversal','hut-8-2027-V0001',1,'2027-12-20','2027-12-20',NULL,NULL,'bounced','4a8494bcc237a87d5cc6c0f4badf9c354a87b6fea08b223a730a08f444ff4499','37039adf3d7e92ed8ae90ca6e79f0c89aab3e1c1dee2c176f4af06fee504cc3f');
INSERT INTO entry VALUES(13,9,'writeOff','hut-8-2027-W0001',1,'2027-12-21','2027-12-21',NULL,NULL,'a dispute settled','fa60eafbe140ab31efb2f7b0c1b380b4a98b542e740a46c843dd91d221770d80','627866eb92c0ec5fda9cb92061243c3f825cde1ae7ee9119fdddee6c6cd59ad6');
INSERT INTO entry VALUES(14,10,'deal','river-bend',3,'2027-07-01','2028-01-10','fa15d0148237e2c7a638c73ef163ae6880988eaf5740a6927c29e73b7ee4ba75','later.yaml','rent begins a month later','88340b0e95b3c113d0ca4e4ad51d2689501c544ab434916bdbbfd00597c16757','b65a1fe626185c6a3fd329d76b90850fe201894442f67060076712abf3550b13');
INSERT INTO entry VALUES(15,11,'creditNote','hut-8-2027-C0001',1,'2027-11-30','2027-11-30',NULL,NULL,NULL,'82f492a6ee41a132abc8518b70c38b92847eb078d0fcb6e6c4e8ff2f10987903','a4abb58f7eb19458bbe43ded58bff99b9e224a3e5fafc7888e05a61a0b5da5e6');
INSERT INTO entry VALUES(16,12,'refund','hut-8-2028-P0001',1,'2028-02-01','2028-02-01',NULL,NULL,NULL,'169be34b3abf5b7cde5de44e49edde2fb87029e191f3c4b2cab941acb142c102','32e50c030490c34e385392d35c769ca89c371effe4a9d302ae1866acd9f4b98c');
INSERT INTO entry VALUES(17,13,'deal','river-bend',4,'2028-02-10','2028-02-10','7f67d06e41f0ce3d939c4b72209f81a612c778c288417e1a4c94c56fc5cad530','more.yaml','operating cost is estimated, and lateness costs interest','03049c3b40582d913d0418e468174ca340d3b1c18cd1c68f1f75bc8574334828','cff0df61529b9a8bdece73fdd635fe166b2c5603e56d2d89b776e742599a0e92');
INSERT INTO entry VALUES(18,14,'invoice','hut-8-2027-0003',1,'2027-12-01','2027-12-01',NULL,NULL,NULL,'a6b0116725efdfcc95ec2029afd326b1c0d5522ca54c0735cb0454b7c8730af8','0f078896e5eeab7beeee631472e7807843c4dd812a8be3b5d607e33acb47eab2');
INSERT INTO entry VALUES(19,14,'invoice','hut-8-2028-0001',1,'2028-01-01','2028-01-01',NULL,NULL,NULL,'fd98bc00f96479deb288f90069250f5394254107c7ca722a78846c662ceda26b','d3a1f89f229981e660f38f30f01a1d1459688bf7e6e980e36019e5d4c9ad0204');
INSERT INTO entry VALUES(20,14,'invoice','hut-8-2028-0002',1,'2028-02-01','2028-02-01',NULL,NULL,NULL,'039a63a87dc9ce4b16849c569d31cce77cd2ec7a6324f47c06220abdb8bbdffb','7cb62de47229dc98d784bc21f80365d014694d1ab5e9e3631a2203db1a320183');
INSERT INTO entry VALUES(21,14,'invoice','hut-8-2028-0003',1,'2028-03-01','2028-03-01',NULL,NULL,NULL,'848f073d5887e681d6c59316f279242c727a9544ba221db0d96de7491e4e81db','357935211b2831835238fdfa2b970d592780446f6e1ed84dd30da38d8511b908');
INSERT INTO entry VALUES(22,14,'invoice','hut-8-2028-0004',1,'2028-04-01','2028-04-01',NULL,NULL,NULL,'3d27c02fef37bcfcaa482bf5b4c4c4f1ebad232583ba01d94bdee642e4bbb934','a14516471ebe44401f569333a969c5169694666c78f90f687f8ebc8d921a51b5');
INSERT INTO entry VALUES(23,14,'invoice','hut-8-2028-0005',1,'2028-04-30','2028-04-30',NULL,NULL,NULL,'2b8929d08d7737411272f6ce51fcd2c0ae9091b80c87a1e94eff24e69677ca7a','a5875a6bd7ac8f5c7079f8d732ba57c9bc8c2c57a847162b3c4f63fc11320fe7');
INSERT INTO entry VALUES(24,15,'receipt','hut-8-2028-R0001',1,'2028-04-20','2028-04-20',NULL,NULL,NULL,'ed8306bf1d5e67f7aee11403757cc18283bb9133a348a12b6d44bb9a0e7feb5e','da7caf4b7a5205dfaf40f2aaec05a134450ad7e00eb809ca4e543561c579f80d');
INSERT INTO entry VALUES(25,16,'invoice','hut-8-2028-0006',1,'2028-05-01','2028-05-01',NULL,NULL,NULL,'918311eb1731a7fe4b52fa6dff7bde2cfa15492bab888a4c296942fbd1d5ead2','60ccb9fb89d9618a71fc3691bbaa55b6c4fc70a05b4153362a9a077ca193ae7f');
INSERT INTO entry VALUES(26,16,'invoice','hut-8-2028-0007',1,'2028-05-31','2028-05-31',NULL,NULL,NULL,'2fd6938350c50be19ddd139b36523e41150a70f67c5acc77c65e048b472b9232','6f977700fe1b7e81998ffacaf27cbaae9d050472fcd0cc1f694412502b1a8b05');
INSERT INTO entry VALUES(27,17,'invoice','hut-8-2029-0001',1,'2029-01-31','2029-01-31',NULL,NULL,NULL,'e7a434ee2b6420efe5a8997e5b94979401c9960c288e36c1a1bd85770a08b03e','8375ab55a27dfdc10d7b7133e7fa3d84dc3aa21365f4964ed5cd72f08b07a6c0');
INSERT INTO entry VALUES(28,18,'creditNote','hut-8-2029-C0001',1,'2029-02-28','2029-02-28',NULL,NULL,NULL,'1b4ab396efd73d51dc0aeda795427790b13fcffb80f28fc7cb676207f95c1856','0ff415c5fdf437ebecc38ea964608fa31fc1bc83e3773d6a191a7f4e3560e152');
INSERT INTO entry VALUES(29,19,'creditNote','hut-8-2029-C0002',1,'2029-03-31','2029-03-31',NULL,NULL,NULL,'6978c25b7b1a36d01e9d8e131d31580fb010b9627d918425ed1a5fb2938e1944','22637a7f5f31f6b0cef481109d956bb50fe3afa197315e255d270ee727989d08');
INSERT INTO entry VALUES(30,20,'receipt','hut-8-2029-R0001',1,'2029-04-02','2029-04-02',NULL,NULL,NULL,'e5aeef4fc71093f8aa6a7e861c92ffcaf3cb5b004c6aec36885a19b27e2cfe89','a40470fb5d29ee4afd0917fe144eba4dbafed4c56bf8fd24efdc87e55e554277');
CREATE TABLE party (
  party TEXT NOT NULL PRIMARY KEY CHECK (party <> '' AND party NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO party VALUES('fluidstack',2);
INSERT INTO party VALUES('hut-8',1);
CREATE TABLE partyVersion (
  entry INTEGER PRIMARY KEY,
  party TEXT NOT NULL REFERENCES party,
  name TEXT NOT NULL CHECK (name <> ''),
  ticker TEXT,
  -- Outstanding.
  shares INTEGER CHECK (shares > 0),
  parent TEXT REFERENCES party DEFERRABLE INITIALLY DEFERRED CHECK (parent <> party),
  role TEXT,
  note TEXT,
  FOREIGN KEY (entry, party) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO partyVersion VALUES(1,'hut-8','Hut 8 Corp.','HUT',NULL,NULL,NULL,NULL);
INSERT INTO partyVersion VALUES(2,'fluidstack','Fluidstack',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE partyAlias (
  entry INTEGER NOT NULL REFERENCES partyVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  alias TEXT NOT NULL CHECK (alias <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO partyAlias VALUES(1,1,'Hut 8');
CREATE TABLE site (
  site TEXT NOT NULL PRIMARY KEY CHECK (site <> '' AND site NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO site VALUES('river-bend',3);
CREATE TABLE siteVersion (
  entry INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site,
  name TEXT NOT NULL CHECK (name <> ''),
  locality TEXT,
  region TEXT,
  country TEXT CHECK (length(country) = 2 AND country NOT GLOB '*[^A-Z]*'),
  landlord TEXT REFERENCES party DEFERRABLE INITIALLY DEFERRED,
  -- The site that this one is a part of.
  campus TEXT REFERENCES site DEFERRABLE INITIALLY DEFERRED CHECK (campus <> site),
  powerMarket TEXT,
  note TEXT,
  FOREIGN KEY (entry, site) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO siteVersion VALUES(3,'river-bend','River Bend campus',NULL,'LA','US','hut-8',NULL,NULL,NULL);
CREATE TABLE deal (
  deal TEXT NOT NULL PRIMARY KEY CHECK (deal <> '' AND deal NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO deal VALUES('river-bend',4);
CREATE TABLE dealVersion (
  entry INTEGER PRIMARY KEY,
  deal TEXT NOT NULL REFERENCES deal,
  change TEXT NOT NULL
    CHECK (change = 'original' OR change = 'amendment' OR change = 'correction'
      OR change = 'withdrawal'),
  -- The entry that a correction stands in for.
  corrects INTEGER REFERENCES dealVersion CHECK (corrects < entry),
  name TEXT,
  -- The source that stands behind every term that names no other.
  source TEXT,
  CHECK ((change = 'correction') = (corrects IS NOT NULL)),
  FOREIGN KEY (entry, deal) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO dealVersion VALUES(4,'river-bend','original',NULL,NULL,'release');
INSERT INTO dealVersion VALUES(6,'river-bend','amendment',NULL,NULL,'release');
INSERT INTO dealVersion VALUES(14,'river-bend','amendment',NULL,NULL,'release');
INSERT INTO dealVersion VALUES(17,'river-bend','amendment',NULL,NULL,'release');
CREATE TABLE dealTerms (
  entry INTEGER PRIMARY KEY REFERENCES dealVersion,
  -- The unit of every amount of the version.
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- As stated, such as 2025-12-17 or 2026-Q2.
  announced TEXT NOT NULL CHECK (announced <> ''),
  signed TEXT CHECK (signed <> ''),
  landlord TEXT NOT NULL REFERENCES party,
  contractingEntity TEXT,
  tenant TEXT REFERENCES party,
  endUser TEXT REFERENCES party,
  site TEXT REFERENCES site,
  kind TEXT NOT NULL CHECK (kind = 'lease' OR kind = 'hosting' OR kind = 'cloud'),
  structure TEXT CHECK (structure <> ''),
  structureBasis TEXT
    CHECK (structureBasis = 'disclosed' OR structureBasis = 'solved'
      OR structureBasis = 'assumed'),
  -- `conditional` is kept out of every contracted total.
  status TEXT
    CHECK (status = 'conditional' OR status = 'signed' OR status = 'planned'
      OR status = 'under development' OR status = 'under construction'
      OR status = 'delivering' OR status = 'operating' OR status = 'expired'
      OR status = 'terminated'),
  -- The landlord's share of the economics; NULL is all of them.
  ownershipPercent TEXT
    CHECK (ownershipPercent GLOB '*[0-9]' AND ownershipPercent NOT GLOB '*[^0-9.-]*'),
  ownershipBasis TEXT
    CHECK (ownershipBasis = 'disclosed' OR ownershipBasis = 'solved'
      OR ownershipBasis = 'assumed'),
  -- What rent is charged on.
  criticalITWatts INTEGER CHECK (criticalITWatts > 0),
  criticalITBasis TEXT
    CHECK (criticalITBasis = 'disclosed' OR criticalITBasis = 'solved'
      OR criticalITBasis = 'assumed'),
  -- Critical IT times the power usage effectiveness.
  grossWatts INTEGER CHECK (grossWatts > 0),
  grossBasis TEXT
    CHECK (grossBasis = 'disclosed' OR grossBasis = 'solved' OR grossBasis = 'assumed'),
  -- The interconnection.
  utilityWatts INTEGER CHECK (utilityWatts > 0),
  utilityBasis TEXT
    CHECK (utilityBasis = 'disclosed' OR utilityBasis = 'solved' OR utilityBasis = 'assumed'),
  -- As stated, such as 2027-Q2.
  firstDelivery TEXT CHECK (firstDelivery <> ''),
  firstDeliveryBasis TEXT
    CHECK (firstDeliveryBasis = 'disclosed' OR firstDeliveryBasis = 'solved'
      OR firstDeliveryBasis = 'assumed'),
  lastDelivery TEXT CHECK (lastDelivery <> ''),
  lastDeliveryBasis TEXT
    CHECK (lastDeliveryBasis = 'disclosed' OR lastDeliveryBasis = 'solved'
      OR lastDeliveryBasis = 'assumed'),
  rentCommencement TEXT CHECK (rentCommencement <> ''),
  rentCommencementBasis TEXT
    CHECK (rentCommencementBasis = 'disclosed' OR rentCommencementBasis = 'solved'
      OR rentCommencementBasis = 'assumed'),
  -- As stated, such as 15 years.
  term TEXT CHECK (term <> ''),
  termBasis TEXT CHECK (termBasis = 'disclosed' OR termBasis = 'solved' OR termBasis = 'assumed'),
  -- NULL where the term is stated in days, or not at all.
  termMonths INTEGER CHECK (termMonths BETWEEN 0 AND 1200),
  termClock TEXT NOT NULL
    CHECK (termClock = 'per hall' OR termClock = 'from first'
      OR termClock = 'coterminous after last' OR termClock = 'fixed end'),
  -- The stated last day.
  expiry TEXT CHECK (expiry <> ''),
  expiryBasis TEXT
    CHECK (expiryBasis = 'disclosed' OR expiryBasis = 'solved' OR expiryBasis = 'assumed'),
  -- As stated, in minor units.
  contractValue INTEGER CHECK (contractValue > 0),
  contractValueBasis TEXT
    CHECK (contractValueBasis = 'disclosed' OR contractValueBasis = 'solved'
      OR contractValueBasis = 'assumed'),
  -- As stated, such as 128.02 USD/kW-month.
  rentRate TEXT CHECK (rentRate <> ''),
  rentRateBasis TEXT
    CHECK (rentRateBasis = 'disclosed' OR rentRateBasis = 'solved'
      OR rentRateBasis = 'assumed'),
  -- In words, such as 3 % a year.
  escalator TEXT CHECK (escalator <> ''),
  escalatorBasis TEXT
    CHECK (escalatorBasis = 'disclosed' OR escalatorBasis = 'solved'
      OR escalatorBasis = 'assumed'),
  renewalCount INTEGER CHECK (renewalCount >= 0),
  renewalCountBasis TEXT
    CHECK (renewalCountBasis = 'disclosed' OR renewalCountBasis = 'solved'
      OR renewalCountBasis = 'assumed'),
  -- As stated, such as 5 years.
  renewalEach TEXT CHECK (renewalEach <> ''),
  renewalEachBasis TEXT
    CHECK (renewalEachBasis = 'disclosed' OR renewalEachBasis = 'solved'
      OR renewalEachBasis = 'assumed'),
  renewalProbabilityPercent TEXT
    CHECK (renewalProbabilityPercent GLOB '*[0-9]' AND
      renewalProbabilityPercent NOT GLOB '*[^0-9.-]*'),
  renewalProbabilityBasis TEXT
    CHECK (renewalProbabilityBasis = 'disclosed' OR renewalProbabilityBasis = 'solved'
      OR renewalProbabilityBasis = 'assumed'),
  operatingMarginPercent TEXT
    CHECK (operatingMarginPercent GLOB '*[0-9]' AND operatingMarginPercent NOT GLOB '*[^0-9.-]*'),
  operatingMarginBasis TEXT
    CHECK (operatingMarginBasis = 'disclosed' OR operatingMarginBasis = 'solved'
      OR operatingMarginBasis = 'assumed'),
  -- As stated, in money or in money per megawatt.
  capitalCost TEXT CHECK (capitalCost <> ''),
  capitalCostBasis TEXT
    CHECK (capitalCostBasis = 'disclosed' OR capitalCostBasis = 'solved'
      OR capitalCostBasis = 'assumed'),
  capitalFundedBy TEXT CHECK (capitalFundedBy = 'landlord' OR capitalFundedBy = 'tenant'),
  capitalFundedByBasis TEXT
    CHECK (capitalFundedByBasis = 'disclosed' OR capitalFundedByBasis = 'solved'
      OR capitalFundedByBasis = 'assumed'),
  -- In minor units.
  prepayment INTEGER CHECK (prepayment >= 0),
  prepaymentBasis TEXT
    CHECK (prepaymentBasis = 'disclosed' OR prepaymentBasis = 'solved'
      OR prepaymentBasis = 'assumed'),
  -- In minor units.
  deposit INTEGER CHECK (deposit >= 0),
  depositBasis TEXT
    CHECK (depositBasis = 'disclosed' OR depositBasis = 'solved' OR depositBasis = 'assumed'),
  CHECK ((structure IS NULL) = (structureBasis IS NULL)),
  CHECK ((ownershipPercent IS NULL) = (ownershipBasis IS NULL)),
  CHECK ((criticalITWatts IS NULL) = (criticalITBasis IS NULL)),
  CHECK ((grossWatts IS NULL) = (grossBasis IS NULL)),
  CHECK ((utilityWatts IS NULL) = (utilityBasis IS NULL)),
  CHECK ((firstDelivery IS NULL) = (firstDeliveryBasis IS NULL)),
  CHECK ((lastDelivery IS NULL) = (lastDeliveryBasis IS NULL)),
  CHECK ((rentCommencement IS NULL) = (rentCommencementBasis IS NULL)),
  CHECK ((term IS NULL) = (termBasis IS NULL)),
  CHECK ((expiry IS NULL) = (expiryBasis IS NULL)),
  CHECK ((contractValue IS NULL) = (contractValueBasis IS NULL)),
  CHECK ((rentRate IS NULL) = (rentRateBasis IS NULL)),
  CHECK ((escalator IS NULL) = (escalatorBasis IS NULL)),
  CHECK ((renewalCount IS NULL) = (renewalCountBasis IS NULL)),
  CHECK ((renewalEach IS NULL) = (renewalEachBasis IS NULL)),
  CHECK ((renewalProbabilityPercent IS NULL) = (renewalProbabilityBasis IS NULL)),
  CHECK ((operatingMarginPercent IS NULL) = (operatingMarginBasis IS NULL)),
  CHECK ((capitalCost IS NULL) = (capitalCostBasis IS NULL)),
  CHECK ((capitalFundedBy IS NULL) = (capitalFundedByBasis IS NULL)),
  CHECK ((prepayment IS NULL) = (prepaymentBasis IS NULL)),
  CHECK ((deposit IS NULL) = (depositBasis IS NULL))
) STRICT;
INSERT INTO dealTerms VALUES(4,'USD','2025-12-17',NULL,'hut-8',NULL,'fluidstack',NULL,'river-bend','lease',NULL,NULL,NULL,NULL,NULL,245000000,'disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-07-01','disclosed','15 years','disclosed',180,'per hall',NULL,NULL,700000000000,'disclosed',NULL,NULL,'3 % a year','disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO dealTerms VALUES(6,'USD','2026-03-02',NULL,'hut-8',NULL,'fluidstack',NULL,'river-bend','lease',NULL,NULL,NULL,NULL,NULL,245000000,'disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-10-01','disclosed','15 years','disclosed',180,'per hall',NULL,NULL,700000000000,'disclosed',NULL,NULL,'3 % a year','disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO dealTerms VALUES(14,'USD','2028-01-10',NULL,'hut-8',NULL,'fluidstack',NULL,'river-bend','lease',NULL,NULL,NULL,NULL,NULL,245000000,'disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-11-01','disclosed','15 years','disclosed',180,'per hall',NULL,NULL,700000000000,'disclosed',NULL,NULL,'3 % a year','disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO dealTerms VALUES(17,'USD','2028-02-10',NULL,'hut-8',NULL,'fluidstack',NULL,'river-bend','lease','triple-net','disclosed',NULL,NULL,NULL,245000000,'disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-11-01','disclosed','15 years','disclosed',180,'per hall',NULL,NULL,700000000000,'disclosed',NULL,NULL,'3 % a year','disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE hall (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  site TEXT REFERENCES site,
  criticalITWatts INTEGER CHECK (criticalITWatts > 0),
  criticalITBasis TEXT
    CHECK (criticalITBasis = 'disclosed' OR criticalITBasis = 'solved'
      OR criticalITBasis = 'assumed'),
  -- As stated, such as 2027-06-30 or 2027-Q2.
  readyForService TEXT CHECK (readyForService <> ''),
  readyForServiceBasis TEXT
    CHECK (readyForServiceBasis = 'disclosed' OR readyForServiceBasis = 'solved'
      OR readyForServiceBasis = 'assumed'),
  rentCommencement TEXT CHECK (rentCommencement <> ''),
  rentCommencementBasis TEXT
    CHECK (rentCommencementBasis = 'disclosed' OR rentCommencementBasis = 'solved'
      OR rentCommencementBasis = 'assumed'),
  term TEXT CHECK (term <> ''),
  termBasis TEXT CHECK (termBasis = 'disclosed' OR termBasis = 'solved' OR termBasis = 'assumed'),
  expiry TEXT CHECK (expiry <> ''),
  expiryBasis TEXT
    CHECK (expiryBasis = 'disclosed' OR expiryBasis = 'solved' OR expiryBasis = 'assumed'),
  rentRate TEXT CHECK (rentRate <> ''),
  rentRateBasis TEXT
    CHECK (rentRateBasis = 'disclosed' OR rentRateBasis = 'solved'
      OR rentRateBasis = 'assumed'),
  CHECK ((criticalITWatts IS NULL) = (criticalITBasis IS NULL)),
  CHECK ((readyForService IS NULL) = (readyForServiceBasis IS NULL)),
  CHECK ((rentCommencement IS NULL) = (rentCommencementBasis IS NULL)),
  CHECK ((term IS NULL) = (termBasis IS NULL)),
  CHECK ((expiry IS NULL) = (expiryBasis IS NULL)),
  CHECK ((rentRate IS NULL) = (rentRateBasis IS NULL)),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE rentPeriod (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Both included, from 1.
  fromYear INTEGER NOT NULL CHECK (fromYear > 0),
  throughYear INTEGER NOT NULL CHECK (throughYear >= fromYear),
  tenant TEXT REFERENCES party,
  -- As stated, in minor units.
  contractValue INTEGER CHECK (contractValue > 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE creditSupport (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Of a split term, the period that is supported, from 1; NULL is the whole term.
  period INTEGER CHECK (period > 0),
  guarantor TEXT CHECK (guarantor <> ''),
  guarantorBasis TEXT
    CHECK (guarantorBasis = 'disclosed' OR guarantorBasis = 'solved'
      OR guarantorBasis = 'assumed'),
  form TEXT CHECK (form = 'guarantee' OR form = 'parent guarantee' OR form = 'letter of credit'),
  formBasis TEXT CHECK (formBasis = 'disclosed' OR formBasis = 'solved' OR formBasis = 'assumed'),
  -- What is covered, parted by commas.
  covers TEXT,
  -- The most that is paid, in minor units; NULL where no cap is known.
  upTo INTEGER CHECK (upTo >= 0),
  upToBasis TEXT CHECK (upToBasis = 'disclosed' OR upToBasis = 'solved' OR upToBasis = 'assumed'),
  currency TEXT CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- A date, or a lease year such as year 10; included.
  through TEXT CHECK (through <> ''),
  throughBasis TEXT
    CHECK (throughBasis = 'disclosed' OR throughBasis = 'solved' OR throughBasis = 'assumed'),
  effective TEXT CHECK (effective <> ''),
  effectiveBasis TEXT
    CHECK (effectiveBasis = 'disclosed' OR effectiveBasis = 'solved'
      OR effectiveBasis = 'assumed'),
  -- What the guarantor may choose instead of paying.
  election TEXT,
  CHECK ((guarantor IS NULL) = (guarantorBasis IS NULL)),
  CHECK ((form IS NULL) = (formBasis IS NULL)),
  CHECK ((upTo IS NULL) = (upToBasis IS NULL)),
  CHECK ((through IS NULL) = (throughBasis IS NULL)),
  CHECK ((effective IS NULL) = (effectiveBasis IS NULL)),
  CHECK (upTo IS NULL OR currency IS NOT NULL),
  PRIMARY KEY (entry, position),
  FOREIGN KEY (guarantor) REFERENCES party
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  source TEXT NOT NULL CHECK (source <> ''),
  position INTEGER NOT NULL CHECK (position > 0),
  -- How far it is to be trusted, the best first.
  tier TEXT NOT NULL
    CHECK (tier = 'filing' OR tier = 'release' OR tier = 'press' OR tier = 'aggregator'),
  -- As stated, such as 2025-12-17 or 2026-Q2.
  date TEXT,
  title TEXT,
  url TEXT,
  via TEXT,
  PRIMARY KEY (entry, source)
) STRICT, WITHOUT ROWID;
INSERT INTO source VALUES(4,'release',1,'release','2025-12-17',NULL,NULL,NULL);
INSERT INTO source VALUES(6,'note',2,'press','2026-03-02',NULL,NULL,NULL);
INSERT INTO source VALUES(6,'release',1,'release','2025-12-17',NULL,NULL,NULL);
INSERT INTO source VALUES(14,'note',2,'press','2026-03-02',NULL,NULL,NULL);
INSERT INTO source VALUES(14,'note-2',3,'press','2028-01-10',NULL,NULL,NULL);
INSERT INTO source VALUES(14,'release',1,'release','2025-12-17',NULL,NULL,NULL);
INSERT INTO source VALUES(17,'note',2,'press','2026-03-02',NULL,NULL,NULL);
INSERT INTO source VALUES(17,'note-2',3,'press','2028-01-10',NULL,NULL,NULL);
INSERT INTO source VALUES(17,'note-3',4,'press','2028-02-10',NULL,NULL,NULL);
INSERT INTO source VALUES(17,'release',1,'release','2025-12-17',NULL,NULL,NULL);
CREATE TABLE field (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  block TEXT NOT NULL
    CHECK (block = 'head' OR block = 'terms' OR block = 'announcedFigures'
      OR block = 'assumptions' OR block = 'solved'),
  -- Such as halls[hall 1].criticalIT.
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  -- The first of its sources; others are in furtherSource.
  source TEXT,
  note TEXT,
  -- The place in the document, both from 1; 0 where the leaf was never in one.
  line INTEGER NOT NULL CHECK (line >= 0),
  "column" INTEGER NOT NULL CHECK ("column" >= 0),
  PRIMARY KEY (entry, position),
  FOREIGN KEY (entry, source) REFERENCES source (entry, source)
) STRICT, WITHOUT ROWID;
INSERT INTO field VALUES(4,1,'head','source','release','release',NULL,3,9);
INSERT INTO field VALUES(4,2,'head','deal','river-bend',NULL,NULL,1,7);
INSERT INTO field VALUES(4,3,'head','announced','2025-12-17',NULL,NULL,2,12);
INSERT INTO field VALUES(4,4,'terms','landlord','hut-8','release',NULL,5,13);
INSERT INTO field VALUES(4,5,'terms','tenant','fluidstack','release',NULL,6,11);
INSERT INTO field VALUES(4,6,'terms','site','river-bend','release',NULL,7,9);
INSERT INTO field VALUES(4,7,'terms','contract.kind','lease','release',NULL,8,20);
INSERT INTO field VALUES(4,8,'terms','criticalIT','245 MW','release',NULL,9,15);
INSERT INTO field VALUES(4,9,'terms','term','15 years','release',NULL,10,9);
INSERT INTO field VALUES(4,10,'terms','rentCommencement','2027-07-01','release',NULL,11,21);
INSERT INTO field VALUES(4,11,'terms','rent.contractValue','7.0 bn USD','release',NULL,12,25);
INSERT INTO field VALUES(4,12,'terms','rent.escalator.fixed','3 %','release',NULL,12,56);
INSERT INTO field VALUES(6,1,'head','source','release','release',NULL,3,9);
INSERT INTO field VALUES(6,2,'head','deal','river-bend',NULL,NULL,1,7);
INSERT INTO field VALUES(6,3,'head','announced','2026-03-02',NULL,NULL,2,12);
INSERT INTO field VALUES(6,4,'terms','landlord','hut-8','release',NULL,5,13);
INSERT INTO field VALUES(6,5,'terms','tenant','fluidstack','release',NULL,6,11);
INSERT INTO field VALUES(6,6,'terms','site','river-bend','release',NULL,7,9);
INSERT INTO field VALUES(6,7,'terms','contract.kind','lease','release',NULL,8,20);
INSERT INTO field VALUES(6,8,'terms','criticalIT','245 MW','release',NULL,9,15);
INSERT INTO field VALUES(6,9,'terms','term','15 years','release',NULL,10,9);
INSERT INTO field VALUES(6,10,'terms','rent.contractValue','7.0 bn USD','release',NULL,12,25);
INSERT INTO field VALUES(6,11,'terms','rent.escalator.fixed','3 %','release',NULL,12,56);
INSERT INTO field VALUES(6,12,'terms','rentCommencement','2027-10-01','note',NULL,6,21);
INSERT INTO field VALUES(14,1,'head','source','release','release',NULL,3,9);
INSERT INTO field VALUES(14,2,'head','deal','river-bend',NULL,NULL,1,7);
INSERT INTO field VALUES(14,3,'head','announced','2028-01-10',NULL,NULL,2,12);
INSERT INTO field VALUES(14,4,'head','effective','2027-07-01',NULL,NULL,3,12);
INSERT INTO field VALUES(14,5,'terms','landlord','hut-8','release',NULL,5,13);
INSERT INTO field VALUES(14,6,'terms','tenant','fluidstack','release',NULL,6,11);
INSERT INTO field VALUES(14,7,'terms','site','river-bend','release',NULL,7,9);
INSERT INTO field VALUES(14,8,'terms','contract.kind','lease','release',NULL,8,20);
INSERT INTO field VALUES(14,9,'terms','criticalIT','245 MW','release',NULL,9,15);
INSERT INTO field VALUES(14,10,'terms','term','15 years','release',NULL,10,9);
INSERT INTO field VALUES(14,11,'terms','rent.contractValue','7.0 bn USD','release',NULL,12,25);
INSERT INTO field VALUES(14,12,'terms','rent.escalator.fixed','3 %','release',NULL,12,56);
INSERT INTO field VALUES(14,13,'terms','rentCommencement','2027-11-01','note-2',NULL,7,21);
INSERT INTO field VALUES(17,1,'head','source','release','release',NULL,3,9);
INSERT INTO field VALUES(17,2,'head','deal','river-bend',NULL,NULL,1,7);
INSERT INTO field VALUES(17,3,'head','announced','2028-02-10',NULL,NULL,2,12);
INSERT INTO field VALUES(17,4,'head','effective','2028-02-10',NULL,NULL,3,12);
INSERT INTO field VALUES(17,5,'terms','landlord','hut-8','release',NULL,5,13);
INSERT INTO field VALUES(17,6,'terms','tenant','fluidstack','release',NULL,6,11);
INSERT INTO field VALUES(17,7,'terms','site','river-bend','release',NULL,7,9);
INSERT INTO field VALUES(17,8,'terms','criticalIT','245 MW','release',NULL,9,15);
INSERT INTO field VALUES(17,9,'terms','term','15 years','release',NULL,10,9);
INSERT INTO field VALUES(17,10,'terms','rent.contractValue','7.0 bn USD','release',NULL,12,25);
INSERT INTO field VALUES(17,11,'terms','rent.escalator.fixed','3 %','release',NULL,12,56);
INSERT INTO field VALUES(17,12,'terms','rentCommencement','2027-11-01','note-2',NULL,7,21);
INSERT INTO field VALUES(17,13,'terms','contract.kind','lease','note-3',NULL,7,20);
INSERT INTO field VALUES(17,14,'terms','contract.structure','triple-net','note-3',NULL,7,38);
INSERT INTO field VALUES(17,15,'terms','operatingCosts[maintenance].name','maintenance','note-3',NULL,8,27);
INSERT INTO field VALUES(17,16,'terms','operatingCosts[maintenance].amount','0.6 M USD/year','note-3',NULL,8,48);
INSERT INTO field VALUES(17,17,'terms','payment.lateInterest.rate','9 %','note-3',NULL,9,34);
INSERT INTO field VALUES(17,18,'terms','payment.graceDays','3','note-3',NULL,9,51);
CREATE TABLE furtherSource (
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rank INTEGER NOT NULL CHECK (rank > 1),
  source TEXT NOT NULL,
  PRIMARY KEY (entry, position, rank),
  FOREIGN KEY (entry, position) REFERENCES field (entry, position),
  FOREIGN KEY (entry, source) REFERENCES source (entry, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE derivation (
  entry INTEGER PRIMARY KEY REFERENCES dealVersion,
  -- The engine and its version.
  engine TEXT NOT NULL CHECK (engine <> ''),
  firstCommencement TEXT CHECK (firstCommencement IS date(firstCommencement, '+0 days')),
  -- The last day of the last base term.
  lastExpiry TEXT CHECK (lastExpiry IS date(lastExpiry, '+0 days')),
  -- Critical IT of all halls.
  criticalITWatts INTEGER CHECK (criticalITWatts > 0),
  -- Base rent of the first year per kilowatt of critical IT and month, in currency units.
  firstYearRatePerKWMonth TEXT
    CHECK (firstYearRatePerKWMonth GLOB '*[0-9]' AND firstYearRatePerKWMonth NOT GLOB '*[^0-9.-]*'),
  firstYearRateBasis TEXT
    CHECK (firstYearRateBasis = 'disclosed' OR firstYearRateBasis = 'solved'
      OR firstYearRateBasis = 'assumed'),
  -- The sum of posted base rent over the base term, in minor units.
  totalContractValue INTEGER CHECK (totalContractValue >= 0),
  CHECK ((firstYearRatePerKWMonth IS NULL) = (firstYearRateBasis IS NULL))
) STRICT;
INSERT INTO derivation VALUES(4,'leasebook 0.1.0','2027-07-01','2042-06-30',245000000,'128.015667767352','solved',699999999984);
INSERT INTO derivation VALUES(6,'leasebook 0.1.0','2027-10-01','2042-09-30',245000000,'128.015667767352','solved',699999999984);
INSERT INTO derivation VALUES(14,'leasebook 0.1.0','2027-11-01','2042-10-31',245000000,'128.015667767352','solved',699999999984);
INSERT INTO derivation VALUES(17,'leasebook 0.1.0','2027-11-01','2042-10-31',245000000,'128.015667767352','solved',699999999984);
CREATE TABLE projectedHall (
  entry INTEGER NOT NULL REFERENCES derivation,
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  criticalITWatts INTEGER NOT NULL CHECK (criticalITWatts > 0),
  -- The first day of the base term.
  commencement TEXT NOT NULL CHECK (commencement IS date(commencement, '+0 days')),
  -- The last day of the base term.
  expiry TEXT NOT NULL CHECK (expiry IS date(expiry, '+0 days') AND commencement <= expiry),
  -- Posted base rent of the first full month, in minor units.
  firstMonthRent INTEGER CHECK (firstMonthRent >= 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO projectedHall VALUES(4,1,'all halls',245000000,'2027-07-01','2042-06-30',3136383860);
INSERT INTO projectedHall VALUES(6,1,'all halls',245000000,'2027-10-01','2042-09-30',3136383860);
INSERT INTO projectedHall VALUES(14,1,'all halls',245000000,'2027-11-01','2042-10-31',3136383860);
INSERT INTO projectedHall VALUES(17,1,'all halls',245000000,'2027-11-01','2042-10-31',3136383860);
CREATE TABLE series (
  series TEXT NOT NULL PRIMARY KEY CHECK (series <> '' AND series NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO series VALUES('cpi',5);
CREATE TABLE seriesVersion (
  entry INTEGER PRIMARY KEY,
  series TEXT NOT NULL REFERENCES series,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL
    CHECK (kind = 'price index' OR kind = 'market rent' OR kind = 'par yields'
      OR kind = 'zero rates' OR kind = 'discount factors' OR kind = 'rates' OR kind = 'prices'),
  -- What the values are counted in, such as index, % or USD/kW-month.
  unit TEXT NOT NULL CHECK (unit <> ''),
  frequency TEXT NOT NULL CHECK (frequency = 'monthly' OR frequency = 'dated'),
  -- As stated, such as 2026-06-10 or 2026-06.
  announced TEXT NOT NULL CHECK (announced <> ''),
  note TEXT,
  -- The file with the values, and its name as it was given.
  tableDocument TEXT NOT NULL REFERENCES document (hash),
  tableName TEXT NOT NULL CHECK (tableName <> ''),
  FOREIGN KEY (entry, series) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO seriesVersion VALUES(5,'cpi','CPI, two months','price index','index','monthly','2026-02-11',NULL,'ce45b7395c80a35b62b7276ff90911474066ea91a0c54d6e4da2cf4c214ed489','cpi.csv');
CREATE TABLE seriesSource (
  entry INTEGER NOT NULL REFERENCES seriesVersion,
  source TEXT NOT NULL CHECK (source <> '' AND source NOT GLOB '*[^a-z0-9-]*'),
  position INTEGER NOT NULL CHECK (position > 0),
  tier TEXT NOT NULL
    CHECK (tier = 'filing' OR tier = 'release' OR tier = 'press' OR tier = 'aggregator'),
  -- As stated, such as 2025-12-17 or 2025-12.
  date TEXT CHECK (date <> ''),
  title TEXT,
  url TEXT,
  via TEXT,
  PRIMARY KEY (entry, source),
  UNIQUE (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO seriesSource VALUES(5,'bls',1,'release','2026-02-11',NULL,NULL,NULL);
CREATE TABLE seriesValue (
  entry INTEGER NOT NULL REFERENCES seriesVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Such as 2026-05 or 2026-05-29.
  period TEXT NOT NULL
    CHECK (period IS date(period, '+0 days')
      OR length(period) = 7 AND period || '-01' IS date(period || '-01', '+0 days')),
  -- Of a curve, such as 3M or 10Y.
  tenor TEXT CHECK (tenor GLOB '[1-9]*[DWMY]' AND substr(tenor, 1, length(tenor) - 1)
    NOT GLOB '*[^0-9]*'),
  -- With the digits that were written; NULL where none was ever published.
  value TEXT CHECK (value GLOB '*[0-9]' AND value NOT GLOB '*[^0-9.-]*'),
  -- The place in the table, from 1.
  line INTEGER NOT NULL CHECK (line > 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO seriesValue VALUES(5,1,'2025-12',NULL,'324.054',2);
INSERT INTO seriesValue VALUES(5,2,'2026-01',NULL,'325.252',3);
CREATE TABLE scenario (
  scenario TEXT NOT NULL PRIMARY KEY CHECK (scenario <> '' AND scenario NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO scenario VALUES('late',7);
CREATE TABLE scenarioVersion (
  entry INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenario,
  name TEXT CHECK (name <> ''),
  note TEXT,
  FOREIGN KEY (entry, scenario) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO scenarioVersion VALUES(7,'late','Two quarters late',NULL);
CREATE TABLE scenarioChange (
  entry INTEGER NOT NULL REFERENCES scenarioVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- The one deal that it is of; NULL where it is of every deal.
  deal TEXT CHECK (deal <> ''),
  -- Such as assumptions.rent.escalator.fixed or delays.hall 1.
  path TEXT NOT NULL CHECK (path GLOB 'assumptions.*' OR path GLOB 'delays.*'),
  text TEXT NOT NULL,
  -- The place in the document, both from 1.
  line INTEGER NOT NULL CHECK (line >= 0),
  "column" INTEGER NOT NULL CHECK ("column" >= 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO scenarioChange VALUES(7,1,NULL,'delays.all','6 months',3,15);
CREATE TABLE account (
  account TEXT NOT NULL PRIMARY KEY
    CHECK (account GLOB 'Assets:*' OR account GLOB 'Liabilities:*' OR account GLOB 'Income:*'
      OR account GLOB 'Expenses:*'),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO account VALUES('Assets:Bank','money received, less what was paid back');
INSERT INTO account VALUES('Assets:Receivables','invoices as far as nothing was applied to them');
INSERT INTO account VALUES('Expenses:Bad-Debts','invoices written off');
INSERT INTO account VALUES('Income:Base-Rent','rent of base terms');
INSERT INTO account VALUES('Income:Late-Interest','interest on invoices paid late');
INSERT INTO account VALUES('Income:Other-Income','what is received beside rent and recoveries');
INSERT INTO account VALUES('Income:Power-Recoveries','power that tenants pay back');
INSERT INTO account VALUES('Income:Recoveries','operating cost that tenants pay back');
INSERT INTO account VALUES('Income:Renewal-Rent','rent of renewals');
INSERT INTO account VALUES('Income:Rent-Credits','rent given up for late delivery');
INSERT INTO account VALUES('Income:Termination-Fees','fees for an early end');
INSERT INTO account VALUES('Liabilities:Deposits-Held','deposits due from tenants, until they are given back');
INSERT INTO account VALUES('Liabilities:Prepaid-Rent','rent paid ahead, until it is used against rent');
INSERT INTO account VALUES('Liabilities:Tenant-Credits','receipts and credit notes that are applied to no invoice yet');
CREATE TABLE voucher (
  entry INTEGER PRIMARY KEY,
  voucher TEXT NOT NULL UNIQUE CHECK (voucher <> ''),
  kind TEXT NOT NULL
    CHECK (kind = 'invoice' OR kind = 'creditNote' OR kind = 'receipt' OR kind = 'writeOff'
      OR kind = 'refund' OR kind = 'reversal'),
  landlord TEXT NOT NULL REFERENCES party,
  -- The calendar year of the day.
  year INTEGER NOT NULL CHECK (year = CAST(substr(day, 1, 4) AS INTEGER)),
  -- From 1, by landlord, kind and year.
  serial INTEGER NOT NULL CHECK (serial > 0),
  deal TEXT NOT NULL REFERENCES deal,
  -- The day on which it is posted.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  -- The day on which an invoice is to be paid.
  due TEXT CHECK (due IS date(due, '+0 days')),
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  -- What the bank or the tenant calls it.
  reference TEXT CHECK (reference <> ''),
  -- The document that a reversal undoes.
  reverses TEXT REFERENCES voucher (voucher),
  CHECK ((kind = 'invoice') = (due IS NOT NULL)),
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
  UNIQUE (landlord, kind, year, serial),
  FOREIGN KEY (entry, voucher) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO voucher VALUES(8,'hut-8-2027-0001','invoice','hut-8',2027,1,'river-bend','2027-10-01','2027-10-01','USD',3136383860,NULL,NULL);
INSERT INTO voucher VALUES(9,'hut-8-2027-0002','invoice','hut-8',2027,2,'river-bend','2027-11-01','2027-11-01','USD',3136383860,NULL,NULL);
INSERT INTO voucher VALUES(10,'hut-8-2027-R0001','receipt','hut-8',2027,1,'river-bend','2027-10-05',NULL,'USD',4000000000,'wire-1',NULL);
INSERT INTO voucher VALUES(11,'hut-8-2027-R0002','receipt','hut-8',2027,2,'river-bend','2027-12-05',NULL,'USD',100000000,NULL,NULL);
INSERT INTO voucher VALUES(12,'hut-8-2027-V0001','reversal','hut-8',2027,1,'river-bend','2027-12-20',NULL,'USD',100000000,NULL,'hut-8-2027-R0002');
INSERT INTO voucher VALUES(13,'hut-8-2027-W0001','writeOff','hut-8',2027,1,'river-bend','2027-12-21',NULL,'USD',100000,NULL,NULL);
INSERT INTO voucher VALUES(15,'hut-8-2027-C0001','creditNote','hut-8',2027,1,'river-bend','2027-11-30',NULL,'USD',3136383860,NULL,NULL);
INSERT INTO voucher VALUES(16,'hut-8-2028-P0001','refund','hut-8',2028,1,'river-bend','2028-02-01',NULL,'USD',50000,NULL,NULL);
INSERT INTO voucher VALUES(18,'hut-8-2027-0003','invoice','hut-8',2027,3,'river-bend','2027-12-01','2027-12-01','USD',3136383860,NULL,NULL);
INSERT INTO voucher VALUES(19,'hut-8-2028-0001','invoice','hut-8',2028,1,'river-bend','2028-01-01','2028-01-01','USD',3136383860,NULL,NULL);
INSERT INTO voucher VALUES(20,'hut-8-2028-0002','invoice','hut-8',2028,2,'river-bend','2028-02-01','2028-02-01','USD',3139832136,NULL,NULL);
INSERT INTO voucher VALUES(21,'hut-8-2028-0003','invoice','hut-8',2028,3,'river-bend','2028-03-01','2028-03-01','USD',3141383860,NULL,NULL);
INSERT INTO voucher VALUES(22,'hut-8-2028-0004','invoice','hut-8',2028,4,'river-bend','2028-04-01','2028-04-01','USD',3141383860,NULL,NULL);
INSERT INTO voucher VALUES(23,'hut-8-2028-0005','invoice','hut-8',2028,5,'river-bend','2028-04-30','2028-04-30','USD',349105715,NULL,NULL);
INSERT INTO voucher VALUES(24,'hut-8-2028-R0001','receipt','hut-8',2028,1,'river-bend','2028-04-20',NULL,'USD',3000000000,NULL,NULL);
INSERT INTO voucher VALUES(25,'hut-8-2028-0006','invoice','hut-8',2028,6,'river-bend','2028-05-01','2028-05-01','USD',3141383860,NULL,NULL);
INSERT INTO voucher VALUES(26,'hut-8-2028-0007','invoice','hut-8',2028,7,'river-bend','2028-05-31','2028-05-31','USD',112479174,NULL,NULL);
INSERT INTO voucher VALUES(27,'hut-8-2029-0001','invoice','hut-8',2029,1,'river-bend','2029-01-31','2029-01-31','USD',81551724,NULL,NULL);
INSERT INTO voucher VALUES(28,'hut-8-2029-C0001','creditNote','hut-8',2029,1,'river-bend','2029-02-28',NULL,'USD',999950,NULL,NULL);
INSERT INTO voucher VALUES(29,'hut-8-2029-C0002','creditNote','hut-8',2029,2,'river-bend','2029-03-31',NULL,'USD',500050,NULL,NULL);
INSERT INTO voucher VALUES(30,'hut-8-2029-R0001','receipt','hut-8',2029,1,'river-bend','2029-04-02',NULL,'USD',1000000000,'W-29',NULL);
CREATE TABLE voucherLine (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  -- A charge of the projection, or late-interest or recovery-true-up.
  item TEXT NOT NULL CHECK (item <> ''),
  -- NULL of what no hall bears alone.
  hall TEXT CHECK (hall <> ''),
  -- The month that earns the amount, such as 2027-07.
  month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01', '+0 days')),
  -- An allowance is taken off what is due, as a deposit given back.
  side TEXT NOT NULL CHECK (side = 'charge' OR side = 'allowance'),
  -- Positive adds to what the tenant owes, negative takes off.
  amount INTEGER NOT NULL CHECK (amount <> 0),
  -- The field of the deal file that it rests on.
  clause TEXT CHECK (clause <> ''),
  -- The document that it corrects, or bears interest on.
  about TEXT REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED, actual INTEGER
  CHECK (actual IS NULL OR (item = 'recovery-true-up' AND actual >= 0)),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO voucherLine VALUES(8,1,'base-rent','all halls','2027-10','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(9,1,'base-rent','all halls','2027-11','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(15,1,'base-rent','all halls','2027-10','charge',-3136383860,NULL,'hut-8-2027-0001',NULL);
INSERT INTO voucherLine VALUES(18,1,'base-rent','all halls','2027-12','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(19,1,'base-rent','all halls','2028-01','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(20,1,'base-rent','all halls','2028-02','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(20,2,'recovery','all halls','2028-02','charge',3448276,'operatingCosts',NULL,NULL);
INSERT INTO voucherLine VALUES(21,1,'base-rent','all halls','2028-03','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(21,2,'recovery','all halls','2028-03','charge',5000000,'operatingCosts',NULL,NULL);
INSERT INTO voucherLine VALUES(22,1,'base-rent','all halls','2028-04','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(22,2,'recovery','all halls','2028-04','charge',5000000,'operatingCosts',NULL,NULL);
INSERT INTO voucherLine VALUES(23,1,'late-interest',NULL,'2028-04','charge',3093420,'payment.lateInterest.rate','hut-8-2027-0001',NULL);
INSERT INTO voucherLine VALUES(23,2,'late-interest',NULL,'2028-04','charge',27090177,'payment.lateInterest.rate','hut-8-2027-0002',NULL);
INSERT INTO voucherLine VALUES(23,3,'late-interest',NULL,'2028-04','charge',85180215,'payment.lateInterest.rate','hut-8-2027-0003',NULL);
INSERT INTO voucherLine VALUES(23,4,'late-interest',NULL,'2028-04','charge',93575946,'payment.lateInterest.rate','hut-8-2028-0001',NULL);
INSERT INTO voucherLine VALUES(23,5,'late-interest',NULL,'2028-04','charge',69678467,'payment.lateInterest.rate','hut-8-2028-0002',NULL);
INSERT INTO voucherLine VALUES(23,6,'late-interest',NULL,'2028-04','charge',47249856,'payment.lateInterest.rate','hut-8-2028-0003',NULL);
INSERT INTO voucherLine VALUES(23,7,'late-interest',NULL,'2028-04','charge',23237634,'payment.lateInterest.rate','hut-8-2028-0004',NULL);
INSERT INTO voucherLine VALUES(25,1,'base-rent','all halls','2028-05','charge',3136383860,'rent.contractValue',NULL,NULL);
INSERT INTO voucherLine VALUES(25,2,'recovery','all halls','2028-05','charge',5000000,'operatingCosts',NULL,NULL);
INSERT INTO voucherLine VALUES(26,1,'late-interest',NULL,'2028-05','charge',16442148,'payment.lateInterest.rate','hut-8-2028-0001',NULL);
INSERT INTO voucherLine VALUES(26,2,'late-interest',NULL,'2028-05','charge',24000360,'payment.lateInterest.rate','hut-8-2028-0002',NULL);
INSERT INTO voucherLine VALUES(26,3,'late-interest',NULL,'2028-05','charge',24012222,'payment.lateInterest.rate','hut-8-2028-0003',NULL);
INSERT INTO voucherLine VALUES(26,4,'late-interest',NULL,'2028-05','charge',24012222,'payment.lateInterest.rate','hut-8-2028-0004',NULL);
INSERT INTO voucherLine VALUES(26,5,'late-interest',NULL,'2028-05','charge',24012222,'payment.lateInterest.rate','hut-8-2028-0006',NULL);
INSERT INTO voucherLine VALUES(27,1,'recovery-true-up',NULL,'2028-12','charge',81551724,'operatingCosts',NULL,NULL);
INSERT INTO voucherLine VALUES(28,1,'recovery-true-up',NULL,'2028-12','allowance',-999950,'operatingCosts',NULL,NULL);
INSERT INTO voucherLine VALUES(29,1,'recovery-true-up',NULL,'2028-12','allowance',-500050,'operatingCosts',NULL,98500000);
CREATE TABLE application (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  credit TEXT NOT NULL REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED,
  debit TEXT NOT NULL REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED,
  -- The later of the days since which the two documents are open.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO application VALUES(10,1,'hut-8-2027-R0001','hut-8-2027-0001','2027-10-05',3136383860);
INSERT INTO application VALUES(10,2,'hut-8-2027-R0001','hut-8-2027-0002','2027-11-01',863616140);
INSERT INTO application VALUES(11,1,'hut-8-2027-R0002','hut-8-2027-0002','2027-12-05',100000000);
INSERT INTO application VALUES(12,1,'hut-8-2027-R0002','hut-8-2027-0002','2027-12-20',-100000000);
INSERT INTO application VALUES(13,1,'hut-8-2027-W0001','hut-8-2027-0002','2027-12-21',100000);
INSERT INTO application VALUES(15,1,'hut-8-2027-C0001','hut-8-2027-0002','2027-12-20',2272667720);
INSERT INTO application VALUES(16,1,'hut-8-2027-C0001','hut-8-2028-P0001','2028-02-01',50000);
INSERT INTO application VALUES(18,1,'hut-8-2027-C0001','hut-8-2027-0003','2027-12-01',863666140);
INSERT INTO application VALUES(24,1,'hut-8-2028-R0001','hut-8-2027-0003','2028-04-20',2272717720);
INSERT INTO application VALUES(24,2,'hut-8-2028-R0001','hut-8-2028-0001','2028-04-20',727282280);
INSERT INTO application VALUES(28,1,'hut-8-2029-C0001','hut-8-2028-0001','2029-02-28',999950);
INSERT INTO application VALUES(29,1,'hut-8-2029-C0002','hut-8-2028-0001','2029-03-31',500050);
INSERT INTO application VALUES(30,1,'hut-8-2029-R0001','hut-8-2028-0001','2029-04-02',1000000000);
CREATE TABLE posting (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  account TEXT NOT NULL REFERENCES account,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO posting VALUES(8,1,'2027-10-01','Assets:Receivables',3136383860);
INSERT INTO posting VALUES(8,2,'2027-10-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(9,1,'2027-11-01','Assets:Receivables',3136383860);
INSERT INTO posting VALUES(9,2,'2027-11-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(10,1,'2027-10-05','Assets:Bank',4000000000);
INSERT INTO posting VALUES(10,2,'2027-10-05','Assets:Receivables',-3136383860);
INSERT INTO posting VALUES(10,3,'2027-10-05','Liabilities:Tenant-Credits',-863616140);
INSERT INTO posting VALUES(10,4,'2027-11-01','Assets:Receivables',-863616140);
INSERT INTO posting VALUES(10,5,'2027-11-01','Liabilities:Tenant-Credits',863616140);
INSERT INTO posting VALUES(11,1,'2027-12-05','Assets:Bank',100000000);
INSERT INTO posting VALUES(11,2,'2027-12-05','Assets:Receivables',-100000000);
INSERT INTO posting VALUES(12,1,'2027-12-20','Assets:Bank',-100000000);
INSERT INTO posting VALUES(12,2,'2027-12-20','Assets:Receivables',100000000);
INSERT INTO posting VALUES(13,1,'2027-12-21','Assets:Receivables',-100000);
INSERT INTO posting VALUES(13,2,'2027-12-21','Expenses:Bad-Debts',100000);
INSERT INTO posting VALUES(15,1,'2027-11-30','Liabilities:Tenant-Credits',-3136383860);
INSERT INTO posting VALUES(15,2,'2027-11-30','Income:Base-Rent',3136383860);
INSERT INTO posting VALUES(15,3,'2027-12-20','Assets:Receivables',-2272667720);
INSERT INTO posting VALUES(15,4,'2027-12-20','Liabilities:Tenant-Credits',2272667720);
INSERT INTO posting VALUES(16,1,'2028-02-01','Assets:Bank',-50000);
INSERT INTO posting VALUES(16,2,'2028-02-01','Liabilities:Tenant-Credits',50000);
INSERT INTO posting VALUES(18,1,'2027-12-01','Assets:Receivables',2272717720);
INSERT INTO posting VALUES(18,2,'2027-12-01','Liabilities:Tenant-Credits',863666140);
INSERT INTO posting VALUES(18,3,'2027-12-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(19,1,'2028-01-01','Assets:Receivables',3136383860);
INSERT INTO posting VALUES(19,2,'2028-01-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(20,1,'2028-02-01','Assets:Receivables',3139832136);
INSERT INTO posting VALUES(20,2,'2028-02-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(20,3,'2028-02-01','Income:Recoveries',-3448276);
INSERT INTO posting VALUES(21,1,'2028-03-01','Assets:Receivables',3141383860);
INSERT INTO posting VALUES(21,2,'2028-03-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(21,3,'2028-03-01','Income:Recoveries',-5000000);
INSERT INTO posting VALUES(22,1,'2028-04-01','Assets:Receivables',3141383860);
INSERT INTO posting VALUES(22,2,'2028-04-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(22,3,'2028-04-01','Income:Recoveries',-5000000);
INSERT INTO posting VALUES(23,1,'2028-04-30','Assets:Receivables',349105715);
INSERT INTO posting VALUES(23,2,'2028-04-30','Income:Late-Interest',-349105715);
INSERT INTO posting VALUES(24,1,'2028-04-20','Assets:Bank',3000000000);
INSERT INTO posting VALUES(24,2,'2028-04-20','Assets:Receivables',-3000000000);
INSERT INTO posting VALUES(25,1,'2028-05-01','Assets:Receivables',3141383860);
INSERT INTO posting VALUES(25,2,'2028-05-01','Income:Base-Rent',-3136383860);
INSERT INTO posting VALUES(25,3,'2028-05-01','Income:Recoveries',-5000000);
INSERT INTO posting VALUES(26,1,'2028-05-31','Assets:Receivables',112479174);
INSERT INTO posting VALUES(26,2,'2028-05-31','Income:Late-Interest',-112479174);
INSERT INTO posting VALUES(27,1,'2029-01-31','Assets:Receivables',81551724);
INSERT INTO posting VALUES(27,2,'2029-01-31','Income:Recoveries',-81551724);
INSERT INTO posting VALUES(28,1,'2029-02-28','Assets:Receivables',-999950);
INSERT INTO posting VALUES(28,2,'2029-02-28','Income:Recoveries',999950);
INSERT INTO posting VALUES(29,1,'2029-03-31','Assets:Receivables',-500050);
INSERT INTO posting VALUES(29,2,'2029-03-31','Income:Recoveries',500050);
INSERT INTO posting VALUES(30,1,'2029-04-02','Assets:Bank',1000000000);
INSERT INTO posting VALUES(30,2,'2029-04-02','Assets:Receivables',-1000000000);
CREATE TABLE run (
  entry INTEGER PRIMARY KEY,
  run TEXT NOT NULL UNIQUE CHECK (run GLOB '[a-z]*' AND run NOT GLOB '*[^a-z0-9-]*'),
  -- From 1 in the order of recording, without gaps.
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  verb TEXT NOT NULL CHECK (verb = 'project' OR verb = 'value' OR verb = 'compare'),
  -- As it was typed, with the verb.
  asked TEXT NOT NULL CHECK (asked <> ''),
  -- The last entry that the answer may rest on, 0 of an empty ledger, and its hash.
  asOfEntry INTEGER NOT NULL CHECK (asOfEntry >= 0),
  asOfHash TEXT NOT NULL CHECK (length(asOfHash) = 64 AND asOfHash NOT GLOB '*[^0-9a-f]*'),
  FOREIGN KEY (entry, run) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE runOption (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Such as rate; deal of the deals, which are named without an option.
  option TEXT NOT NULL CHECK (option GLOB '[a-z]*' AND option NOT GLOB '*[^a-z0-9-]*'),
  value TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE runInput (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  -- The entry and its link of the chain.
  input INTEGER REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
  link TEXT REFERENCES entry (hash) DEFERRABLE INITIALLY DEFERRED,
  -- SHA-256 of the file, where there is one.
  document TEXT REFERENCES document (hash),
  -- The path by which the question names a file, such as that of a scenario.
  file TEXT CHECK (file <> ''),
  PRIMARY KEY (entry, position),
  CHECK ((input IS NULL) = (link IS NULL)),
  CHECK ((input IS NULL) = (file IS NOT NULL)),
  CHECK (file IS NULL OR document IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE runConvention (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE accountTotal (
  landlord TEXT NOT NULL REFERENCES party,
  account TEXT NOT NULL REFERENCES account,
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- Of the postings, such as 2027-07.
  month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01', '+0 days')),
  -- The last of the entries that are summed; the first is 4,095 before it.
  throughEntry INTEGER NOT NULL CHECK (throughEntry > 0 AND throughEntry % 4096 = 0),
  debits INTEGER NOT NULL CHECK (debits >= 0),
  credits INTEGER NOT NULL CHECK (credits >= 0),
  PRIMARY KEY (landlord, account, currency, month, throughEntry)
) STRICT, WITHOUT ROWID;
CREATE TABLE definitionSource (
  entry INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (source <> '' AND source NOT GLOB '*[^a-z0-9-]*'),
  position INTEGER NOT NULL CHECK (position > 0),
  tier TEXT NOT NULL
    CHECK (tier = 'filing' OR tier = 'release' OR tier = 'press' OR tier = 'aggregator'),
  -- As stated, such as 2026-08-06 or 2026-08.
  date TEXT CHECK (date <> ''),
  title TEXT,
  url TEXT,
  via TEXT,
  PRIMARY KEY (entry, source),
  UNIQUE (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entryOfRecording ON entry (recording);
CREATE INDEX entryOfDocument ON entry (document) WHERE document IS NOT NULL;
CREATE TRIGGER entryKindIsNotReplaced BEFORE INSERT ON entryKind
WHEN EXISTS (SELECT 1 FROM entryKind WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never replaced'); END;
CREATE TRIGGER entryKindIsNotUpdated BEFORE UPDATE ON entryKind
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never changed'); END;
CREATE TRIGGER entryKindIsNotDeleted BEFORE DELETE ON entryKind
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never deleted'); END;
CREATE TRIGGER recordingIsNext BEFORE INSERT ON recording
WHEN NEW.recording IS NOT (SELECT coalesce(max(recording), 0) + 1 FROM recording)
BEGIN SELECT RAISE(ABORT, 'recordings are numbered without gaps and never replaced'); END;
CREATE TRIGGER recordingIsNotUpdated BEFORE UPDATE ON recording
BEGIN SELECT RAISE(ABORT, 'a recording is never changed'); END;
CREATE TRIGGER recordingIsNotDeleted BEFORE DELETE ON recording
BEGIN SELECT RAISE(ABORT, 'a recording is never deleted'); END;
CREATE TRIGGER documentIsNext BEFORE INSERT ON document
WHEN NEW.document IS NOT (SELECT coalesce(max(document), 0) + 1 FROM document)
  OR EXISTS (SELECT 1 FROM document WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'documents are numbered without gaps and never replaced'); END;
CREATE TRIGGER documentIsNotUpdated BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER documentIsNotDeleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
CREATE TRIGGER entryIsNext BEFORE INSERT ON entry
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
  OR EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash)
  OR EXISTS (
    SELECT 1 FROM entry
    WHERE kind = NEW.kind AND subject = NEW.subject AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps and never replaced'); END;
CREATE TRIGGER entryIsNotUpdated BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entryIsNotDeleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE INDEX partyVersionOfParent ON partyVersion (parent) WHERE parent IS NOT NULL;
CREATE INDEX siteVersionOfLandlord ON siteVersion (landlord) WHERE landlord IS NOT NULL;
CREATE INDEX siteVersionOfCampus ON siteVersion (campus) WHERE campus IS NOT NULL;
CREATE TRIGGER partyIsSealed BEFORE INSERT ON party
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM party WHERE party = NEW.party)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER partyIsNotUpdated BEFORE UPDATE ON party
BEGIN SELECT RAISE(ABORT, 'a party is never changed'); END;
CREATE TRIGGER partyIsNotDeleted BEFORE DELETE ON party
BEGIN SELECT RAISE(ABORT, 'a party is never deleted'); END;
CREATE TRIGGER partyVersionIsSealed BEFORE INSERT ON partyVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER partyVersionIsNotUpdated BEFORE UPDATE ON partyVersion
BEGIN SELECT RAISE(ABORT, 'a version of a party is never changed'); END;
CREATE TRIGGER partyVersionIsNotDeleted BEFORE DELETE ON partyVersion
BEGIN SELECT RAISE(ABORT, 'a version of a party is never deleted'); END;
CREATE TRIGGER partyAliasIsSealed BEFORE INSERT ON partyAlias
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER partyAliasIsNotUpdated BEFORE UPDATE ON partyAlias
BEGIN SELECT RAISE(ABORT, 'an alias is never changed'); END;
CREATE TRIGGER partyAliasIsNotDeleted BEFORE DELETE ON partyAlias
BEGIN SELECT RAISE(ABORT, 'an alias is never deleted'); END;
CREATE TRIGGER siteIsSealed BEFORE INSERT ON site
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM site WHERE site = NEW.site)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER siteIsNotUpdated BEFORE UPDATE ON site
BEGIN SELECT RAISE(ABORT, 'a site is never changed'); END;
CREATE TRIGGER siteIsNotDeleted BEFORE DELETE ON site
BEGIN SELECT RAISE(ABORT, 'a site is never deleted'); END;
CREATE TRIGGER siteVersionIsSealed BEFORE INSERT ON siteVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER siteVersionIsNotUpdated BEFORE UPDATE ON siteVersion
BEGIN SELECT RAISE(ABORT, 'a version of a site is never changed'); END;
CREATE TRIGGER siteVersionIsNotDeleted BEFORE DELETE ON siteVersion
BEGIN SELECT RAISE(ABORT, 'a version of a site is never deleted'); END;
CREATE UNIQUE INDEX dealHasOneOriginal ON dealVersion (deal) WHERE change = 'original';
CREATE INDEX dealVersionCorrected ON dealVersion (corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER dealIsSealed BEFORE INSERT ON deal
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM deal WHERE deal = NEW.deal)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER dealIsNotUpdated BEFORE UPDATE ON deal
BEGIN SELECT RAISE(ABORT, 'a deal is never changed'); END;
CREATE TRIGGER dealIsNotDeleted BEFORE DELETE ON deal
BEGIN SELECT RAISE(ABORT, 'a deal is never deleted'); END;
CREATE TRIGGER dealVersionIsSealed BEFORE INSERT ON dealVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR NEW.change = 'original' AND EXISTS (
    SELECT 1 FROM dealVersion WHERE deal = NEW.deal AND change = 'original')
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER dealVersionIsNotUpdated BEFORE UPDATE ON dealVersion
BEGIN SELECT RAISE(ABORT, 'a version of a deal is never changed'); END;
CREATE TRIGGER dealVersionIsNotDeleted BEFORE DELETE ON dealVersion
BEGIN SELECT RAISE(ABORT, 'a version of a deal is never deleted'); END;
CREATE TRIGGER dealTermsIsSealed BEFORE INSERT ON dealTerms
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER dealTermsIsNotUpdated BEFORE UPDATE ON dealTerms
BEGIN SELECT RAISE(ABORT, 'what a version states is never changed'); END;
CREATE TRIGGER dealTermsIsNotDeleted BEFORE DELETE ON dealTerms
BEGIN SELECT RAISE(ABORT, 'what a version states is never deleted'); END;
CREATE TRIGGER hallIsSealed BEFORE INSERT ON hall
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER hallIsNotUpdated BEFORE UPDATE ON hall
BEGIN SELECT RAISE(ABORT, 'a hall is never changed'); END;
CREATE TRIGGER hallIsNotDeleted BEFORE DELETE ON hall
BEGIN SELECT RAISE(ABORT, 'a hall is never deleted'); END;
CREATE TRIGGER rentPeriodIsSealed BEFORE INSERT ON rentPeriod
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER rentPeriodIsNotUpdated BEFORE UPDATE ON rentPeriod
BEGIN SELECT RAISE(ABORT, 'a period is never changed'); END;
CREATE TRIGGER rentPeriodIsNotDeleted BEFORE DELETE ON rentPeriod
BEGIN SELECT RAISE(ABORT, 'a period is never deleted'); END;
CREATE TRIGGER creditSupportIsSealed BEFORE INSERT ON creditSupport
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER creditSupportIsNotUpdated BEFORE UPDATE ON creditSupport
BEGIN SELECT RAISE(ABORT, 'credit support is never changed'); END;
CREATE TRIGGER creditSupportIsNotDeleted BEFORE DELETE ON creditSupport
BEGIN SELECT RAISE(ABORT, 'credit support is never deleted'); END;
CREATE TRIGGER sourceIsSealed BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER sourceIsNotUpdated BEFORE UPDATE ON source
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER sourceIsNotDeleted BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;
CREATE TRIGGER fieldIsSealed BEFORE INSERT ON field
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER fieldIsNotUpdated BEFORE UPDATE ON field
BEGIN SELECT RAISE(ABORT, 'a field is never changed'); END;
CREATE TRIGGER fieldIsNotDeleted BEFORE DELETE ON field
BEGIN SELECT RAISE(ABORT, 'a field is never deleted'); END;
CREATE TRIGGER furtherSourceIsSealed BEFORE INSERT ON furtherSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER furtherSourceIsNotUpdated BEFORE UPDATE ON furtherSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER furtherSourceIsNotDeleted BEFORE DELETE ON furtherSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;
CREATE TRIGGER derivationIsSealed BEFORE INSERT ON derivation
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER derivationIsNotUpdated BEFORE UPDATE ON derivation
BEGIN SELECT RAISE(ABORT, 'what was derived is never changed'); END;
CREATE TRIGGER derivationIsNotDeleted BEFORE DELETE ON derivation
BEGIN SELECT RAISE(ABORT, 'what was derived is never deleted'); END;
CREATE TRIGGER projectedHallIsSealed BEFORE INSERT ON projectedHall
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER projectedHallIsNotUpdated BEFORE UPDATE ON projectedHall
BEGIN SELECT RAISE(ABORT, 'a projected hall is never changed'); END;
CREATE TRIGGER projectedHallIsNotDeleted BEFORE DELETE ON projectedHall
BEGIN SELECT RAISE(ABORT, 'a projected hall is never deleted'); END;
CREATE VIEW currentVersion AS
SELECT entry, deal, change, name, number, effectiveOn, knownOn
FROM (
  SELECT
    version.entry, version.deal, version.change, version.name, entry.number, entry.effectiveOn,
    entry.knownOn,
    row_number() OVER (
      PARTITION BY version.deal
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM dealVersion AS version
  JOIN entry ON entry.sequence = version.entry
  WHERE NOT EXISTS (SELECT 1 FROM dealVersion AS later WHERE later.corrects = version.entry)
)
WHERE place = 1 AND change <> 'withdrawal';
CREATE VIEW currentParty AS
SELECT party, name, ticker, shares, parent, role, note, entry
FROM (
  SELECT
    version.*,
    row_number() OVER (
      PARTITION BY version.party
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM partyVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1;
CREATE VIEW currentSite AS
SELECT site, name, locality, region, country, landlord, campus, powerMarket, note, entry
FROM (
  SELECT
    version.*,
    row_number() OVER (
      PARTITION BY version.site
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM siteVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1;
CREATE VIEW rentRoll AS
SELECT
  current.deal,
  landlord.name AS landlord,
  tenant.name AS tenant,
  endUser.name AS endUser,
  (
    SELECT group_concat(name, ', ')
    FROM (
      SELECT DISTINCT party.name
      FROM creditSupport AS support
      JOIN currentParty AS party ON party.party = support.guarantor
      WHERE support.entry = current.entry
      ORDER BY support.position)
  ) AS guarantor,
  site.name AS site,
  terms.status,
  terms.kind,
  CASE
    WHEN terms.kind NOT IN ('lease', 'hosting') THEN 'no'
    WHEN coalesce(terms.status, '') IN ('conditional', 'expired', 'terminated') THEN 'no'
    ELSE 'yes'
  END AS contracted,
  terms.structure,
  terms.criticalITWatts / 1e6 AS criticalITMegawatts,
  derived.firstCommencement,
  derived.lastExpiry,
  round(terms.termMonths / 12.0, 2) AS termYears,
  round(terms.contractValue / 100.0, 2) AS contractValue,
  round(derived.totalContractValue / 100.0, 2) AS totalContractValue,
  round(CAST(derived.firstYearRatePerKWMonth AS REAL), 4) AS firstYearRatePerKWMonth,
  derived.firstYearRateBasis,
  terms.escalator,
  terms.currency,
  CAST(coalesce(terms.ownershipPercent, '100') AS REAL) AS ownershipPercent,
  current.effectiveOn,
  current.knownOn,
  terms.landlord AS landlordId,
  terms.tenant AS tenantId,
  terms.site AS siteId,
  current.entry
FROM currentVersion AS current
JOIN dealTerms AS terms ON terms.entry = current.entry
LEFT JOIN derivation AS derived ON derived.entry = current.entry
LEFT JOIN currentParty AS landlord ON landlord.party = terms.landlord
LEFT JOIN currentParty AS tenant ON tenant.party = terms.tenant
LEFT JOIN currentParty AS endUser ON endUser.party = terms.endUser
LEFT JOIN currentSite AS site ON site.site = terms.site
ORDER BY contracted DESC, current.deal;
CREATE VIEW dealHistory AS
SELECT
  version.deal,
  entry.number AS version,
  version.change,
  entry.effectiveOn,
  entry.knownOn,
  recording.recordedAt,
  version.name,
  entry.reason,
  landlord.name AS landlord,
  tenant.name AS tenant,
  terms.status,
  terms.criticalITWatts / 1e6 AS criticalITMegawatts,
  round(terms.contractValue / 100.0, 2) AS contractValue,
  terms.currency,
  version.corrects AS correctsEntry,
  (SELECT max(later.entry) FROM dealVersion AS later WHERE later.corrects = version.entry)
    AS correctedByEntry,
  entry.fileName,
  version.entry
FROM dealVersion AS version
JOIN entry ON entry.sequence = version.entry
JOIN recording ON recording.recording = entry.recording
LEFT JOIN dealTerms AS terms ON terms.entry = version.entry
LEFT JOIN currentParty AS landlord ON landlord.party = terms.landlord
LEFT JOIN currentParty AS tenant ON tenant.party = terms.tenant
ORDER BY version.deal, entry.sequence;
CREATE VIEW hallSchedule AS
SELECT
  current.deal,
  hall.name AS hall,
  hall.criticalITWatts / 1e6 AS criticalITMegawatts,
  hall.commencement,
  hall.expiry,
  round(hall.firstMonthRent / 100.0, 2) AS firstMonthRent,
  terms.currency,
  stated.readyForService AS statedReadyForService,
  stated.readyForServiceBasis,
  stated.criticalITBasis,
  current.entry
FROM currentVersion AS current
JOIN dealTerms AS terms ON terms.entry = current.entry
JOIN projectedHall AS hall ON hall.entry = current.entry
LEFT JOIN hall AS stated ON stated.entry = hall.entry AND stated.name = hall.name
ORDER BY current.deal, hall.position;
CREATE VIEW assumption AS
SELECT
  current.deal,
  CASE field.block WHEN 'solved' THEN 'solved' ELSE 'assumed' END AS basis,
  field.path,
  field.text,
  field.note,
  field.line,
  current.entry
FROM currentVersion AS current
JOIN field ON field.entry = current.entry
WHERE field.block IN ('assumptions', 'solved')
ORDER BY current.deal, field.position;
CREATE VIEW sourceList AS
SELECT
  current.deal,
  source.source,
  source.tier,
  source.date,
  source.title,
  source.url,
  source.via,
  (
    SELECT count(*) FROM field
    WHERE field.entry = source.entry AND field.source = source.source
  ) + (
    SELECT count(*) FROM furtherSource AS further
    WHERE further.entry = source.entry AND further.source = source.source
  ) AS fields,
  current.entry
FROM currentVersion AS current
JOIN source ON source.entry = current.entry
ORDER BY current.deal, source.position;
CREATE VIEW chain AS
SELECT
  entry.sequence,
  recording.recordedAt,
  entry.kind,
  entry.subject,
  entry.number AS version,
  nullif(entry.effectiveOn, '0001-01-01') AS effectiveOn,
  nullif(entry.knownOn, '0001-01-01') AS knownOn,
  entry.fileName,
  entry.document,
  entry.hash,
  recording.program
FROM entry
JOIN recording ON recording.recording = entry.recording
ORDER BY entry.sequence;
CREATE INDEX seriesVersionOfSeries ON seriesVersion (series);
CREATE INDEX seriesVersionOfTable ON seriesVersion (tableDocument);
CREATE UNIQUE INDEX seriesHasOneValue ON seriesValue (entry, period, coalesce(tenor, ''));
CREATE INDEX scenarioVersionOfScenario ON scenarioVersion (scenario);
CREATE TRIGGER seriesIsSealed BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM series WHERE series = NEW.series)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesIsNotUpdated BEFORE UPDATE ON series
BEGIN SELECT RAISE(ABORT, 'a series is never changed'); END;
CREATE TRIGGER seriesIsNotDeleted BEFORE DELETE ON series
BEGIN SELECT RAISE(ABORT, 'a series is never deleted'); END;
CREATE TRIGGER seriesVersionIsSealed BEFORE INSERT ON seriesVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesVersionIsNotUpdated BEFORE UPDATE ON seriesVersion
BEGIN SELECT RAISE(ABORT, 'a version of a series is never changed'); END;
CREATE TRIGGER seriesVersionIsNotDeleted BEFORE DELETE ON seriesVersion
BEGIN SELECT RAISE(ABORT, 'a version of a series is never deleted'); END;
CREATE TRIGGER seriesSourceIsSealed BEFORE INSERT ON seriesSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesSourceIsNotUpdated BEFORE UPDATE ON seriesSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER seriesSourceIsNotDeleted BEFORE DELETE ON seriesSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;
CREATE TRIGGER seriesValueIsSealed BEFORE INSERT ON seriesValue
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesValueIsNotUpdated BEFORE UPDATE ON seriesValue
BEGIN SELECT RAISE(ABORT, 'a published value is never changed'); END;
CREATE TRIGGER seriesValueIsNotDeleted BEFORE DELETE ON seriesValue
BEGIN SELECT RAISE(ABORT, 'a published value is never deleted'); END;
CREATE TRIGGER scenarioIsSealed BEFORE INSERT ON scenario
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM scenario WHERE scenario = NEW.scenario)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER scenarioIsNotUpdated BEFORE UPDATE ON scenario
BEGIN SELECT RAISE(ABORT, 'a scenario is never changed'); END;
CREATE TRIGGER scenarioIsNotDeleted BEFORE DELETE ON scenario
BEGIN SELECT RAISE(ABORT, 'a scenario is never deleted'); END;
CREATE TRIGGER scenarioVersionIsSealed BEFORE INSERT ON scenarioVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER scenarioVersionIsNotUpdated BEFORE UPDATE ON scenarioVersion
BEGIN SELECT RAISE(ABORT, 'a version of a scenario is never changed'); END;
CREATE TRIGGER scenarioVersionIsNotDeleted BEFORE DELETE ON scenarioVersion
BEGIN SELECT RAISE(ABORT, 'a version of a scenario is never deleted'); END;
CREATE TRIGGER scenarioChangeIsSealed BEFORE INSERT ON scenarioChange
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER scenarioChangeIsNotUpdated BEFORE UPDATE ON scenarioChange
BEGIN SELECT RAISE(ABORT, 'a change of a scenario is never changed'); END;
CREATE TRIGGER scenarioChangeIsNotDeleted BEFORE DELETE ON scenarioChange
BEGIN SELECT RAISE(ABORT, 'a change of a scenario is never deleted'); END;
CREATE VIEW currentSeries AS
SELECT
  series,
  name,
  kind,
  unit,
  frequency,
  (SELECT min(period) FROM seriesValue AS row WHERE row.entry = latest.entry) AS firstPeriod,
  (SELECT max(period) FROM seriesValue AS row WHERE row.entry = latest.entry) AS lastPeriod,
  (SELECT count(value) FROM seriesValue AS row WHERE row.entry = latest.entry) AS valueCount,
  number AS version,
  nullif(effectiveOn, '0001-01-01') AS effectiveOn,
  knownOn,
  note,
  entry
FROM (
  SELECT
    version.*,
    entry.number,
    entry.effectiveOn,
    entry.knownOn,
    row_number() OVER (
      PARTITION BY version.series
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM seriesVersion AS version
  JOIN entry ON entry.sequence = version.entry
) AS latest
WHERE place = 1
ORDER BY series;
CREATE VIEW currentSeriesValue AS
SELECT current.series, row.period, row.tenor, row.value, current.unit, row.line, current.entry
FROM currentSeries AS current
JOIN seriesValue AS row ON row.entry = current.entry
ORDER BY current.series, row.position;
CREATE INDEX voucherOfDeal ON voucher (deal);
CREATE UNIQUE INDEX voucherIsReversedOnce ON voucher (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX applicationOfDebit ON application (debit);
CREATE TRIGGER entryBalances BEFORE INSERT ON entry
WHEN EXISTS (
  SELECT 1 FROM posting WHERE entry = NEW.sequence GROUP BY day HAVING sum(amount) <> 0)
BEGIN SELECT RAISE(ABORT, 'an entry whose postings do not balance is never sealed'); END;
CREATE TRIGGER entryIsOfItsVoucher BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM voucher WHERE entry = NEW.sequence AND kind <> NEW.kind)
BEGIN SELECT RAISE(ABORT, 'an entry is of the kind of its document'); END;
CREATE TRIGGER accountIsNotReplaced BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE account = NEW.account)
BEGIN SELECT RAISE(ABORT, 'an account is never replaced'); END;
CREATE TRIGGER accountIsNotUpdated BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never changed'); END;
CREATE TRIGGER accountIsNotDeleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END;
CREATE TRIGGER voucherIsSealed BEFORE INSERT ON voucher
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (
    SELECT 1 FROM voucher
    WHERE entry = NEW.entry OR voucher = NEW.voucher OR reverses = NEW.reverses)
  OR EXISTS (
    SELECT 1 FROM voucher
    WHERE landlord = NEW.landlord AND kind = NEW.kind AND year = NEW.year
      AND serial = NEW.serial)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER voucherIsNext BEFORE INSERT ON voucher
WHEN NEW.serial <> 1 AND NOT EXISTS (
  SELECT 1 FROM voucher
  WHERE landlord = NEW.landlord AND kind = NEW.kind AND year = NEW.year
    AND serial = NEW.serial - 1)
BEGIN SELECT RAISE(ABORT, 'documents are numbered without gaps'); END;
CREATE TRIGGER voucherIsNotUpdated BEFORE UPDATE ON voucher
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER voucherIsNotDeleted BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
CREATE TRIGGER voucherLineIsSealed BEFORE INSERT ON voucherLine
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER voucherLineIsNotUpdated BEFORE UPDATE ON voucherLine
BEGIN SELECT RAISE(ABORT, 'a line is never changed'); END;
CREATE TRIGGER voucherLineIsNotDeleted BEFORE DELETE ON voucherLine
BEGIN SELECT RAISE(ABORT, 'a line is never deleted'); END;
CREATE TRIGGER applicationIsSealed BEFORE INSERT ON application
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER applicationIsNotUpdated BEFORE UPDATE ON application
BEGIN SELECT RAISE(ABORT, 'an application is never changed'); END;
CREATE TRIGGER applicationIsNotDeleted BEFORE DELETE ON application
BEGIN SELECT RAISE(ABORT, 'an application is never deleted'); END;
CREATE TRIGGER postingIsSealed BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER postingIsNotUpdated BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END;
CREATE TRIGGER postingIsNotDeleted BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;
CREATE VIEW trialBalance AS
SELECT
  voucher.landlord,
  posting.account,
  voucher.currency,
  sum(max(posting.amount, 0)) AS debits,
  sum(max(-posting.amount, 0)) AS credits,
  sum(posting.amount) AS balance
FROM posting
JOIN voucher USING (entry)
GROUP BY voucher.landlord, posting.account, voucher.currency
ORDER BY voucher.landlord, posting.account, voucher.currency;
CREATE VIEW openInvoice AS
SELECT
  voucher,
  landlord,
  deal,
  day,
  due,
  currency,
  amount,
  amount - settled AS balance,
  entry
FROM (
  SELECT
    invoice.*,
    (SELECT coalesce(sum(part.amount), 0) FROM application AS part
      WHERE part.debit = invoice.voucher) AS settled
  FROM voucher AS invoice
  WHERE invoice.kind = 'invoice'
)
WHERE amount > settled
ORDER BY due, entry;
CREATE INDEX runInputOfFile ON runInput (document) WHERE file IS NOT NULL;
CREATE TRIGGER entryOfRunHasAnswer BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND NEW.document IS NULL
BEGIN SELECT RAISE(ABORT, 'a run has its answer'); END;
CREATE TRIGGER entryOfRunIsOfItsState BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND EXISTS (
  SELECT 1 FROM run LEFT JOIN entry AS state ON state.sequence = run.asOfEntry
  WHERE run.entry = NEW.sequence AND run.asOfEntry > 0 AND run.asOfHash IS NOT state.hash)
BEGIN SELECT RAISE(ABORT, 'a run is asked of the ledger as it is'); END;
CREATE TRIGGER entryOfRunHasItsInputs BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND EXISTS (
  SELECT 1 FROM runInput AS part JOIN run ON run.entry = part.entry
  LEFT JOIN entry AS input ON input.sequence = part.input
  WHERE part.entry = NEW.sequence AND part.input IS NOT NULL
    AND (part.input > run.asOfEntry OR input.hash IS NOT part.link
      OR input.document IS NOT part.document))
BEGIN SELECT RAISE(ABORT, 'a run rests on entries as they are'); END;
CREATE TRIGGER runIsSealed BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM run WHERE entry = NEW.entry OR run = NEW.run)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runIsNext BEFORE INSERT ON run
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM run)
BEGIN SELECT RAISE(ABORT, 'runs are numbered without gaps'); END;
CREATE TRIGGER runIsNotUpdated BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never changed'); END;
CREATE TRIGGER runIsNotDeleted BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
CREATE TRIGGER runOptionIsSealed BEFORE INSERT ON runOption
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runOptionIsNotUpdated BEFORE UPDATE ON runOption
BEGIN SELECT RAISE(ABORT, 'an option of a run is never changed'); END;
CREATE TRIGGER runOptionIsNotDeleted BEFORE DELETE ON runOption
BEGIN SELECT RAISE(ABORT, 'an option of a run is never deleted'); END;
CREATE TRIGGER runInputIsSealed BEFORE INSERT ON runInput
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runInputIsNotUpdated BEFORE UPDATE ON runInput
BEGIN SELECT RAISE(ABORT, 'an input of a run is never changed'); END;
CREATE TRIGGER runInputIsNotDeleted BEFORE DELETE ON runInput
BEGIN SELECT RAISE(ABORT, 'an input of a run is never deleted'); END;
CREATE TRIGGER runConventionIsSealed BEFORE INSERT ON runConvention
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runConventionIsNotUpdated BEFORE UPDATE ON runConvention
BEGIN SELECT RAISE(ABORT, 'a convention of a run is never changed'); END;
CREATE TRIGGER runConventionIsNotDeleted BEFORE DELETE ON runConvention
BEGIN SELECT RAISE(ABORT, 'a convention of a run is never deleted'); END;
CREATE VIEW keptRun AS
SELECT
  run.number,
  run.run,
  run.verb,
  run.asked,
  run.asOfEntry,
  (SELECT count(*) FROM runInput AS part WHERE part.entry = run.entry) AS inputs,
  recording.program,
  recording.recordedAt,
  entry.document AS answer,
  run.entry
FROM run
JOIN entry ON entry.sequence = run.entry
JOIN recording USING (recording)
ORDER BY run.number;
CREATE VIEW totalledPosting AS
SELECT
  voucher.landlord,
  posting.account,
  voucher.currency,
  substr(posting.day, 1, 7) AS month,
  (posting.entry + 4095) / 4096 * 4096 AS throughEntry,
  sum(max(posting.amount, 0)) AS debits,
  sum(max(-posting.amount, 0)) AS credits
FROM posting
JOIN voucher ON voucher.entry = posting.entry
WHERE posting.entry <= (SELECT max(sequence) / 4096 * 4096 FROM entry)
GROUP BY 1, 2, 3, 4, 5;
CREATE TRIGGER accountsAreTotalled AFTER INSERT ON entry
WHEN NEW.sequence % 4096 = 0
BEGIN
  INSERT INTO accountTotal
  SELECT
    voucher.landlord,
    posting.account,
    voucher.currency,
    substr(posting.day, 1, 7),
    NEW.sequence,
    sum(max(posting.amount, 0)),
    sum(max(-posting.amount, 0))
  FROM posting
  JOIN voucher ON voucher.entry = posting.entry
  WHERE posting.entry > NEW.sequence - 4096 AND posting.entry <= NEW.sequence
  GROUP BY 1, 2, 3, 4;
END;
CREATE TRIGGER accountTotalIsNotReplaced BEFORE INSERT ON accountTotal
WHEN NEW.throughEntry IS NOT (SELECT max(sequence) FROM entry)
  OR EXISTS (
    SELECT 1 FROM accountTotal
    WHERE landlord = NEW.landlord AND account = NEW.account AND currency = NEW.currency
      AND month = NEW.month AND throughEntry = NEW.throughEntry)
BEGIN SELECT RAISE(ABORT, 'totals are carried forward once'); END;
CREATE TRIGGER accountTotalIsNotUpdated BEFORE UPDATE ON accountTotal
BEGIN SELECT RAISE(ABORT, 'a total is never changed'); END;
CREATE TRIGGER accountTotalIsNotDeleted BEFORE DELETE ON accountTotal
BEGIN SELECT RAISE(ABORT, 'a total is never deleted'); END;
CREATE INDEX applicationOfCredit ON application (credit);
CREATE INDEX voucherLineAbout ON voucherLine (about) WHERE about IS NOT NULL;
CREATE INDEX runInputOfEntry ON runInput (input) WHERE input IS NOT NULL;
CREATE INDEX runInputOfLink ON runInput (link) WHERE link IS NOT NULL;
CREATE INDEX dealVersionOfDeal ON dealVersion (deal);
CREATE TRIGGER definitionSourceIsSealed BEFORE INSERT ON definitionSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER definitionSourceIsNotUpdated BEFORE UPDATE ON definitionSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER definitionSourceIsNotDeleted BEFORE DELETE ON definitionSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;
CREATE VIEW partyHistory AS
SELECT
  version.party,
  entry.number AS version,
  nullif(entry.effectiveOn, '0001-01-01') AS effectiveOn,
  nullif(entry.knownOn, '0001-01-01') AS knownOn,
  version.name,
  version.ticker,
  version.shares,
  version.parent,
  entry.reason,
  version.entry
FROM partyVersion AS version
JOIN entry ON entry.sequence = version.entry
ORDER BY version.party, entry.effectiveOn, entry.knownOn, entry.sequence;
CREATE VIEW siteHistory AS
SELECT
  version.site,
  entry.number AS version,
  nullif(entry.effectiveOn, '0001-01-01') AS effectiveOn,
  nullif(entry.knownOn, '0001-01-01') AS knownOn,
  version.name,
  version.landlord,
  version.powerMarket,
  entry.reason,
  version.entry
FROM siteVersion AS version
JOIN entry ON entry.sequence = version.entry
ORDER BY version.site, entry.effectiveOn, entry.knownOn, entry.sequence;
CREATE VIEW currentScenario AS
SELECT scenario, name, note, number AS version, document, changes, entry
FROM (
  SELECT
    version.*,
    entry.number,
    entry.document,
    (SELECT count(*) FROM scenarioChange AS change WHERE change.entry = version.entry) AS changes,
    row_number() OVER (
      PARTITION BY version.scenario
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM scenarioVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1
ORDER BY scenario;
COMMIT;
