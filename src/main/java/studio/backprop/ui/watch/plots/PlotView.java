package studio.backprop.ui.watch.plots;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** Base class of plots of the run. Repainted in turn when the run, the theme or the language changes, and only while visible. */
abstract class PlotView extends StackPane {
  final Lang lang;
  final ThemeModel theme;
  private final PaintTurns.Turn turn;

  PlotView(PlotsModel plots, Lang lang, ThemeModel theme, String style) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("plot", style);
    turn = plots.turns().take(this::inSight, this::repaint);
    theme.paletteProperty().subscribe(palette -> restyle());
    lang.whenWrittenAnew(this::restyle);
    plots.run().frameProperty().subscribe(frame -> ask());
  }

  /** Text of an empty plot: how to fill it or, while training is impossible, what to do first. */
  static ObservableValue<Message> waitingFor(PlotsModel plots, String key) {
    return plots.run().readyProperty().map(ready -> Message.of(ready ? key : "plots.empty_unready"));
  }

  /** Paints the newest state. */
  abstract void repaint();

  /** Updates colours or texts. */
  void restyle() {
    ask();
  }

  /** Requests the next turn. */
  final void ask() {
    turn.ask();
  }

  /** Whether it is in a scene, in no hidden part of it. */
  final boolean inSight() {
    return Sight.of(this);
  }
}
