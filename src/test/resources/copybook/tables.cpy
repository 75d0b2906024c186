       01  TABLES.
           05  KEY-1               PIC X(4).
           05  TAGS OCCURS 3 TIMES PIC X(2).
           05  GRID OCCURS 2 TIMES.
               10  CELLS OCCURS 3 TIMES PIC S9(3)V9 COMP-3.
               10  GRID-NAME       PIC X(3).
           05  COUNT-A             PIC 9(2) COMP.
           05  COUNT-B             PIC 9.
           05  PRICES OCCURS 0 TO 5 TIMES DEPENDING ON COUNT-A
                   INDEXED BY PRICE-INDEX
                                   PIC S9(5)V99 COMP-3.
           05  BETWEEN-BOTH        PIC X(3).
           05  PEOPLE OCCURS 1 TO 4 TIMES DEPENDING ON COUNT-B
                   ASCENDING KEY IS PERSON-NUMBER.
               10  PERSON-NUMBER   PIC 9(4).
               10  PERSON-NAME     PIC X(6).
           05  AT-THE-END          PIC X(4).
