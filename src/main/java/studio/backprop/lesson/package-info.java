/** Lessons: what a teacher wrote, read from a folder of plain files. Nothing in it can run; nothing of it knows the screen. */
package studio.backprop.lesson;
