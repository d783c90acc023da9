package studio.backprop.ui.window.presenter;

import javafx.beans.value.ObservableValue;

/**
 * What the large buttons play in place of the run of the window, such as a race on a map.
 *
 * @param playing whether it goes on by itself
 * @param toggle plays or pauses it
 * @param step takes one step of it
 * @param play key of what playing it is called
 * @param next key of what a step of it is called
 */
public record Played(ObservableValue<Boolean> playing, Runnable toggle, Runnable step, String play, String next) {
  /** With the usual words. */
  public Played(ObservableValue<Boolean> playing, Runnable toggle, Runnable step) {
    this(playing, toggle, step, "transport.play", "presenter.next");
  }
}
