       01  CUSTOMER.
           05  NAME     PIC X(20).
           05  BALANCE  PIC S9(7)V99 COMP-9.
