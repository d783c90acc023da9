package studio.backprop.ui.judge.evaluate;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;

/** Framed plot with title and caption; without data, a sentence gives the reason. */
public final class PlotCard extends VBox {
  private final Region plot;
  private final Label name = new Label();
  private final HBox legend = new HBox();
  private final Label detail = new Label();
  private final Label nothing = new Label();
  private final Label conclusion = new Label();

  /** @param term glossary term of the title */
  public PlotCard(Lang lang, String title, String term, Region plot) {
    this.plot = plot;
    getStyleClass().addAll("card", "plot-card");
    name.getStyleClass().add("plot-name");
    name.textProperty().bind(lang.bind(title));
    name.setMinWidth(Region.USE_PREF_SIZE);
    new Terms(lang).explain(name, term);
    detail.getStyleClass().addAll("note", "mut");
    detail.setMinWidth(0);
    detail.managedProperty().bind(detail.textProperty().isNotEmpty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    legend.getStyleClass().add("title-row");
    HBox head = new HBox(name, detail, gap, legend);
    head.getStyleClass().add("title-row");
    nothing.getStyleClass().addAll("note", "mut");
    nothing.setWrapText(true);
    nothing.setVisible(false);
    StackPane place = new StackPane(plot, nothing);
    VBox.setVgrow(place, Priority.ALWAYS);
    place.setMinSize(0, 0);
    conclusion.getStyleClass().addAll("note", "mut", "conclusion");
    conclusion.setWrapText(true);
    conclusion.setMinHeight(Region.USE_PREF_SIZE);
    conclusion.managedProperty().bind(conclusion.textProperty().isNotEmpty());
    getChildren().addAll(head, place, conclusion);
    HBox.setHgrow(this, Priority.ALWAYS);
    setPrefWidth(1);
    setMinWidth(0);
  }

  /** Replaces the title. */
  public void name(String said) {
    name.textProperty().unbind();
    name.setText(said);
  }

  /** Colour legend, at the right edge. */
  public void legend(Node... entries) {
    legend.getChildren().setAll(entries);
  }

  public void say(String said) {
    detail.setText(said);
  }

  /** Conclusion under the plot; empty for none. */
  public void conclude(String said) {
    conclusion.setText(said);
  }

  /** @param reason of missing data; empty if there are data */
  public void lacks(String reason) {
    nothing.setText(reason);
    nothing.setVisible(!reason.isEmpty());
    plot.setVisible(reason.isEmpty());
  }
}
