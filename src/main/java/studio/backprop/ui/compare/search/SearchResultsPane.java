package studio.backprop.ui.compare.search;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.Token;

/** Layout of the page Search beside the search space: trials, table of the best, best so far, and significance of the best. */
final class SearchResultsPane extends GridPane {
  private static final double UPPER = 44;
  private static final double WHOLE = 100;
  private static final double RUNGS = 34;
  /** Below this width the table would hide its last columns. */
  private static final double NARROW = 1080;
  private static final double RUNGS_NARROW = 25;
  private static final double TABLE = 54;
  private static final double SOFAR = 46;
  private static final double MIN_FAR = 168;
  /** Minimum height for the best so far below the trials, in a presentation. */
  private static final double ROOM_FOR_FAR = 400;

  private final Lang lang;
  /** Content of the presentation. */
  private final VBox shown = new VBox();
  private final Label winner = new Label();
  private final Titled far;
  private final GridPane under = grid(new GridPane(), new double[] {SOFAR, WHOLE - SOFAR}, WHOLE);

  /**
   * @param farTitle title of the best so far
   * @param actions buttons for trials, from the left
   */
  SearchResultsPane(Lang lang, ParallelPlot all, RungsPlot rungs, TrialsTable table, ObservableValue<String> farTitle, Node sofar,
      SignificanceCard luck,
      Node... actions) {
    this.lang = lang;
    grid(this, new double[] {WHOLE}, UPPER, WHOLE - UPPER);
    getStyleClass().add("search-middle");
    Titled lines = lines(all);
    far = new Titled(farTitle, sofar);
    Titled curves = new Titled(lang.bind("trials.rungs"), rungs).detail(lang.bind("trials.rungs.detail")).meaning(new Terms(lang), "rung");
    Titled best = new Titled(lang.bind("trials.best"), table).detail(lang.bind("trials.best.detail")).meaning(new Terms(lang), "trial");
    for (Node action : actions) {
      best.action(action);
    }
    ScrollPane card = Scrolled.upright(luck);
    card.viewportBoundsProperty().subscribe(seen -> luck.setMinHeight(seen.getHeight())); // fitted to the height, it would be cut off
    under.add(far, 0, 0);
    under.add(card, 1, 0);
    GridPane right = grid(new GridPane(), new double[] {WHOLE}, TABLE, WHOLE - TABLE);
    right.add(best, 0, 0);
    right.add(under, 0, 1);
    GridPane lower = grid(new GridPane(), new double[] {RUNGS, WHOLE - RUNGS}, WHOLE);
    widthProperty().subscribe(width -> {
      double share = width.doubleValue() < NARROW ? RUNGS_NARROW : RUNGS;
      lower.getColumnConstraints().get(0).setPercentWidth(share);
      lower.getColumnConstraints().get(1).setPercentWidth(WHOLE - share);
    });
    lower.add(curves, 0, 0);
    lower.add(right, 1, 0);
    VBox.setVgrow(lines, Priority.ALWAYS);
    winner.setId("search-winner");
    winner.setWrapText(true);
    winner.setMinHeight(USE_PREF_SIZE);
    winner.getStyleClass().add("winner");
    Sight.show(winner, false);
    shown.getStyleClass().add("search-shown");
    shown.setMinSize(0, 0);
    shown.getChildren().addAll(lines, winner);
    add(shown, 0, 0);
    add(lower, 0, 1);
  }

  private Titled lines(ParallelPlot all) {
    return new Titled(lang.bind("trials.all"), all).detail(lang.bind("trials.all.detail"))
        .meaning(new Terms(lang), "parallel-coordinates").action(new Legend()
            .add(Legend.Mark.LINE, Token.SUBT, lang.bind("trials.legend.stopped"))
            .add(Legend.Mark.LINE, Token.RUN, lang.bind("trials.state.running"))
            .add(Legend.Mark.LINE, Token.ACCENT, lang.bind("trials.state.complete"))
            .add(Legend.Mark.LINE, Token.BAD, lang.bind("trials.state.broken"))
            .add(Legend.Mark.LINE, Token.TIME, lang.bind("trials.legend.best"))
            .add(Legend.Mark.BAND, Token.ACCENT_RIM, lang.bind("trials.legend.chosen")));
  }

  /** Sets column and row percentages. */
  private static GridPane grid(GridPane grid, double[] columns, double... rows) {
    grid.setMinSize(0, 0);
    for (double share : columns) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    for (double share : rows) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(share);
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
    return grid;
  }

  Region shown() {
    return shown;
  }

  /** Caption with the best trial for the presentation. */
  void sayWinner(String words) {
    winner.setText(words);
  }

  /**
   * Rearranges for the presentation: one column with the best trial as caption and, if there is room, the best so far. @return undoes that
   */
  Runnable enlarge() {
    under.getChildren().remove(far);
    shown.getChildren().add(far);
    far.setMinHeight(MIN_FAR);
    Sight.show(winner, true);
    Subscription room = shown.heightProperty().subscribe(height -> Sight.show(far, height.doubleValue() >= ROOM_FOR_FAR));
    return () -> {
      room.unsubscribe();
      Sight.show(winner, false);
      Sight.show(far, true);
      far.setMinHeight(USE_COMPUTED_SIZE);
      shown.getChildren().remove(far);
      under.add(far, 0, 0);
    };
  }
}
