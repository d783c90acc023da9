package studio.backprop.ui.watch.plots;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** A picture of the run. It is painted in its turn when the run, the look or the language has news, and only while it can be seen. */
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

  /** What an empty plot says: how to fill it or, while nothing can be trained, what comes before that. */
  static ObservableValue<Message> waitingFor(PlotsModel plots, String key) {
    return plots.run().readyProperty().map(ready -> Message.of(ready ? key : "plots.empty_unready"));
  }

  /** Paints the newest state. */
  abstract void repaint();

  /** Colours or words are others now. */
  void restyle() {
    ask();
  }

  /** Asks for the next turn. */
  final void ask() {
    turn.ask();
  }

  /** In a scene, and not in a part of it that is hidden. */
  final boolean inSight() {
    return Sight.of(this);
  }
}
