/** Reading lessons: files become lessons, and faults become sentences with a file, a line and a column. */
package studio.backprop.lesson.read;
