       01  CUSTOMER.
           05  CUSTOMER-TYPE  PIC X.
               88  IS-PERSON  VALUE 'P'.
           05  PERSON-NAME    PIC X(20).
           05  COMPANY-NAME   REDEFINES PERSON-NAME PIC X(20).
