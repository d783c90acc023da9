/**
 * Desktop window on JavaFX: a kit of controls, a workspace of shared models, and seven wings of rooms above them. A wing may use kit and
 * workspace and no other wing; rooms within a wing do not know each other. Classes named {@code …Model} have no {@code javafx.scene} type,
 * so that they are tested without a screen; views are on the JavaFX thread.
 */
package studio.backprop.ui;
