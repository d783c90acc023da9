/** The player of lessons: text and questions at the left, the window's own rooms beside them. */
package studio.backprop.ui.learn.lesson;
