package studio.backprop.ui.presenter;

import javafx.beans.value.ObservableValue;

/**
 * What the large buttons play in place of the run of the window, such as a race on a map.
 *
 * @param playing whether it goes on by itself
 * @param toggle plays or pauses it
 * @param step takes one step of it
 */
public record Played(ObservableValue<Boolean> playing, Runnable toggle, Runnable step) {}
