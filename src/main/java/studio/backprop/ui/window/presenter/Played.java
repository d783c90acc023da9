package studio.backprop.ui.window.presenter;

import javafx.beans.value.ObservableValue;

/** Playback that the transport buttons control instead of the run, such as a race on a map; {@code play} and {@code next} are text keys. */
public record Played(ObservableValue<Boolean> playing, Runnable toggle, Runnable step, String play, String next) {
  public Played(ObservableValue<Boolean> playing, Runnable toggle, Runnable step) {
    this(playing, toggle, step, "transport.play", "presenter.next");
  }
}
