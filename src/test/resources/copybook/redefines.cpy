       01  PARTY.
           05  PARTY-TYPE          PIC X.
               88  IS-PERSON       VALUE 'P'.
               88  IS-COMPANY      VALUES ARE 'C', 'G' THRU 'K'.
           05  DATE-KIND           PIC X.
           05  PERSON.
               10  FIRST-NAME      PIC X(10).
               10  LAST-NAME       PIC X(14).
           05  COMPANY REDEFINES PERSON.
               10  COMPANY-NAME    PIC X(18).
               10  EMPLOYEES       PIC S9(9) COMP.
               10  FILLER          PIC X(2).
           05  STATE REDEFINES PERSON.
               10  STATE-CODES OCCURS 4 TIMES PIC X(2).
               10  BUDGET          PIC S9(9)V99 COMP-3.
           05  BIRTH-DATE          PIC X(8).
           05  FILLER REDEFINES BIRTH-DATE.
               10  BIRTH-YEAR      PIC 9(4).
               10  BIRTH-MONTH     PIC 9(2).
               10  BIRTH-DAY       PIC 9(2).
           66  WHOLE-NAME RENAMES FIRST-NAME THRU LAST-NAME.
