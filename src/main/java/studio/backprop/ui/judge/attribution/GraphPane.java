package studio.backprop.ui.judge.attribution;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.data.Graph;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.GraphDrawing;
import studio.backprop.ui.kit.GraphLayout;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Graph with its nodes coloured by the loss of score without them. */
final class GraphPane extends VBox {
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting plot = new Painting(this::paint);
  private ExplainedExample now;
  private Example laidOut;
  private GraphLayout layout;

  GraphPane(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("card", "graph");
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.textProperty().bind(lang.bind("reason.graph"));
    Label detail = new Label();
    detail.getStyleClass().addAll("note", "mut");
    detail.setWrapText(true);
    detail.textProperty().bind(lang.bind("reason.graph.detail"));
    plot.getStyleClass().add("graph-plot");
    getChildren().addAll(title, detail, plot);
    theme.paletteProperty().subscribe(palette -> plot.repaint());
  }

  void show(ExplainedExample explained) {
    now = explained;
    if (!now.example().equals(laidOut)) {
      laidOut = now.example();
      Graph graph = now.data().dataset().graph().orElseThrow();
      int[] present = graph.present(now.raw());
      layout = GraphLayout.of(present.length,
          Arrays.stream(graph.edges(now.raw())).map(node -> Math.max(0, Arrays.binarySearch(present, node))).toArray());
    }
    plot.setAccessibleText(lang.say("reason.graph"));
    plot.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (now == null) {
      return;
    }
    AttributionMap map = now.map(AttributionMethod.OCCLUSION).orElse(null);
    GraphDrawing drawing = new GraphDrawing(layout, width, height);
    drawing.edges(g, theme.palette().color(Token.MUT));
    for (int node = 0; node < layout.nodes(); node++) {
      double share = map == null || map.largest() == 0 ? 0 : map.parts()[node] / map.largest();
      drawing.node(g, node, theme.palette().signed().color(share), theme.palette().color(Token.MUT), 1);
    }
  }
}
