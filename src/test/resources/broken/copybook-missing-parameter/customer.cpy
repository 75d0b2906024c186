       01  CUSTOMER.
           05  NAME     PIC X(20).
