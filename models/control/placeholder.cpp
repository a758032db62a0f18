// Makes the library exist until its first source does.
