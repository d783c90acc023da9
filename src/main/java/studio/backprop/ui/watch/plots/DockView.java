package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** Row of plots at the bottom of the window. The loss is first, of an agent the return. The output view may be placed elsewhere. */
public final class DockView extends HBox {
  /** Height of a plot's title line: a double click there enlarges it. */
  private static final double HEAD = 36;
  /** Style of the first plot, without a separator. */
  private static final String FIRST = "first";

  /** Width from which all plots except the output grow equally. */
  private static final double EQUAL = 200;

  /** Additional width of the first plot, for its legend; the gradient flow is narrower by as much. */
  private static final double LEGEND = 96;
  private static final double FLOW = -64;
  /** Fixed width of the output, so that its picture has the full height. */
  private static final double OUTPUT = 348;
  /** Its width beside two other plots in a lesson, so that their headers fit, and the minimum width of the second one. */
  private static final double OUTPUT_OF_THREE = 308;
  private static final double NUMBERS = 64;

  private final CurveView loss;
  private final MeasureSlot measure;
  private final GradientFlowView flow;
  private final OutputView output;
  private final List<Region> views;
  /** Whether all plots are offered. */
  private boolean all = true;
  private final ReadOnlyBooleanWrapper enlarged = new ReadOnlyBooleanWrapper(this, "enlarged");
  private PlotView large;

  public DockView(PlotsModel plots, Lang lang, ThemeModel theme) {
    getStyleClass().add("dock");
    loss = new CurveView(plots.loss(), plots, lang, theme, this::toggle);
    measure = new MeasureSlot(plots, lang, theme, this::toggle);
    flow = new GradientFlowView(plots, lang, theme, this::toggle);
    output = new OutputView(plots, lang, theme);
    views = List.of(loss, measure, flow, output);
    List.of(loss, measure, flow).forEach(this::add);
    addEventHandler(KeyEvent.KEY_PRESSED, this::shrink);
    takeOutput();
    plots.run().projectProperty().subscribe(project -> order(project != null && project.assignment().acts()));
  }

  /** @param acts whether an agent learns */
  private void order(boolean acts) {
    List<Node> wanted = new ArrayList<>(acts ? List.of(measure, loss, flow) : List.of(loss, measure, flow));
    if (output.getParent() == this) {
      wanted.add(output);
    }
    if (!getChildren().equals(wanted)) {
      getChildren().setAll(wanted);
    }
    loss.getStyleClass().remove(FIRST);
    measure.getStyleClass().remove(FIRST);
    getChildren().get(0).getStyleClass().add(FIRST);
    width();
  }

  /** Minimum widths: the first plot has a legend; the accuracy of few plots has values in its header. */
  private void width() {
    boolean returns = getChildren().get(0) == measure;
    loss.setPrefWidth(EQUAL + (returns ? 0 : LEGEND));
    measure.setPrefWidth(EQUAL + (returns ? LEGEND : all ? 0 : NUMBERS));
    flow.setPrefWidth(EQUAL + FLOW);
  }

  /** The views, wherever they are placed: loss, accuracy or error, gradient flow, output. */
  public List<Region> views() {
    return views;
  }

  /** Releases the output view for another place; {@link #takeOutput} restores it. */
  public Region giveOutput() {
    if (large == output) {
      toggle(output);
    }
    output.setVisible(true);
    output.setManaged(true);
    output.setMinWidth(0);
    output.setMaxWidth(Double.MAX_VALUE);
    getChildren().remove(output);
    return output;
  }

  /** Restores the output view at the right end. */
  public void takeOutput() {
    add(output);
    output.setPrefWidth(OUTPUT);
    output.setMinWidth(OUTPUT);
    output.setMaxWidth(large == output ? Double.MAX_VALUE : OUTPUT);
    output.setVisible(large == null);
    output.setManaged(large == null);
  }

  /** Shows only some of the {@link #views}, by index. */
  public void showOnly(Set<Integer> numbers) {
    if (large != null) {
      toggle(large);
    }
    for (int i = 0; i < views.size(); i++) {
      Region view = views.get(i);
      if (view.getParent() == this) {
        view.setVisible(numbers.contains(i));
        view.setManaged(numbers.contains(i));
      }
    }
    boolean roomy = output.getParent() == this && numbers.size() < views.size() - 1;
    all = numbers.size() == views.size();
    double width = all ? OUTPUT : OUTPUT_OF_THREE;
    width();
    if (output.getParent() == this) {
      output.setMinWidth(width);
      output.setPrefWidth(width);
    }
    output.setMaxWidth(roomy || output.getParent() != this ? Double.MAX_VALUE : width);
  }

  // --- enlarged plot

  /** Whether one plot is enlarged to the whole area. */
  public ReadOnlyBooleanProperty enlargedProperty() {
    return enlarged.getReadOnlyProperty();
  }

  /** Enlarges one of the {@link #views}, or restores all. */
  public void enlarge(int view) {
    toggle((PlotView) views.get(view));
  }

  /** Escape restores all plots, wherever under this node the focus is. */
  public void shrinkKeyOn(Node root) {
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::shrink);
  }

  private void shrink(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && large != null) {
      toggle(large);
      key.consume();
    }
  }

  private void toggle(PlotView plot) {
    large = large == plot ? null : plot;
    for (Node child : getChildren()) {
      boolean shown = large == null || child == large;
      child.setVisible(shown);
      child.setManaged(shown);
    }
    output.setMaxWidth(large == output || output.getParent() != this ? Double.MAX_VALUE : OUTPUT);
    enlarged.set(large != null);
    plot.ask();
  }

  private void add(PlotView plot) {
    plot.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && click.getY() < HEAD) {
        toggle(plot);
      }
    });
    HBox.setHgrow(plot, Priority.ALWAYS);
    plot.setMinWidth(0);
    getChildren().add(plot);
  }
}
