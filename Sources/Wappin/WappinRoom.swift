enum WappinRoom {}
