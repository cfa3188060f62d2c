### Words of the desk.

desk-title = Werkblad
