       01  DEEP-ORDERS.
           05  NESTED-HEAD.
               10  NESTED-KEY      PIC X(3).
               10  ORDERS          PIC 9(4) COMP.
           05  ORDER-TABLE OCCURS 0 TO 4 TIMES DEPENDING ON ORDERS.
               10  ORDER-HEAD.
                   15  ORDER-KEY   PIC 9(5).
                   15  LINE-COUNT  PIC S9(3) COMP-3.
               10  ORDER-LINE OCCURS 0 TO 3 TIMES
                       DEPENDING ON LINE-COUNT.
                   15  ARTICLE     PIC X(6).
                   15  QUANTITY    PIC S9(5) COMP-3.
                   15  PRICE       PIC S9(7)V99 COMP-3.
               10  ORDER-END.
                   15  ORDER-SUM   PIC S9(9)V99 COMP-3.
           05  NESTED-END.
               10  CHECK-SUM       PIC 9(8).
