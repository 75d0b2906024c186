      * Items that are aligned, in groups and tables.
       01  SYNC-RECORD.
           05  FLAG-1              PIC X.
           05  HALF-1              PIC S9(4) COMP SYNC.
           05  FLAG-2              PIC X.
           05  FULL-1              PIC S9(9) COMP SYNCHRONIZED.
           05  FLAG-3              PIC X.
           05  INNER.
               10  FULL-2          PIC S9(6)V99 BINARY SYNC.
               10  FLAG-4          PIC X.
           05  DOUBLE-1            PIC S9(15) COMP SYNC.
           05  FLAG-5              PIC X.
           05  SHORT-1             COMP-1 SYNC.
           05  FLAG-6              PIC X.
           05  LONG-1              COMP-2 SYNC.
           05  FLAG-7              PIC X.
           05  ENTRIES OCCURS 4 TIMES.
               10  ENTRY-TYPE      PIC X.
               10  ENTRY-PAY       PIC S9(4)V99 COMP SYNC.
               10  ENTRY-HOURS     PIC S9(3) COMP SYNC.
               10  ENTRY-NAME      PIC X(7).
           05  FLAG-8              PIC X.
           05  FULL-9              PIC S9(9) COMP SYNC.
           05  LATER OCCURS 3 TIMES.
               10  LATER-1         PIC S9(9) COMP-5 SYNC.
               10  LATER-2         PIC X(4).
           05  NOT-ALIGNED         PIC S9(9) COMP.
