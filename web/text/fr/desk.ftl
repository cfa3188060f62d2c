desk-title = Bureau
