/** The commands of lessons, carried out through the models of the rooms. Knows no view, and not how a window is wired. */
package studio.backprop.app.lesson;
