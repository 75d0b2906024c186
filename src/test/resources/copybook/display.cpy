       01  DISPLAYED.
           05  NAME-1              PIC X(20).
           05  AMOUNT-1            PIC S9(7)V99.
           05  AMOUNT-2            PIC S9(7)V99 SIGN LEADING.
           05  AMOUNT-3            PIC S9(7) SIGN TRAILING SEPARATE.
           05  COUNT-1             PIC 9(5).
           05  FILLER              PIC X(4) VALUE 'FILL'.
           05  NAMES OCCURS 2 TIMES PIC X(7).
