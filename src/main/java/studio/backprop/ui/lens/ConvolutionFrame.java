package studio.backprop.ui.lens;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where the parts of a convolution stand: filters at the left; tools, maps, the sum and the way back one below the other, which scroll. */
final class ConvolutionFrame extends StackPane {
  private static final double LIST = 228;
  /** Gaps, and the bar that scrolls. */
  private static final double EDGE = 84;

  private final HBox tools = new HBox();

  ConvolutionFrame(LensDesk desk, FilterList filters, ChannelTabs channels, SumLine sum, BackwardRoute backward, Runnable resized, Node... maps) {
    filters.setMinWidth(LIST);
    filters.setPrefWidth(LIST);
    tools.getChildren().addAll(channels, gap());
    tools.getStyleClass().add("tools");
    HBox grids = new HBox(maps);
    grids.getStyleClass().add("grids");
    grids.getChildren().add(maps.length - 1, gap()); // the last one stands at the right edge
    VBox sumCard = new VBox(sum);
    sumCard.getStyleClass().add("card");
    VBox main = new VBox(tools, grids, sumCard, backward);
    main.getStyleClass().add("conv-main");
    main.setMinSize(0, 0);
    ScrollPane scroll = new ScrollPane(main);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox all = new HBox(filters, scroll);
    all.getStyleClass().add("conv");
    getChildren().add(all);
    setMinSize(0, 0);
    widthProperty().subscribe(() -> desk.pulse().soon(resized)); // what is added while others are laid out would stay without a place
    heightProperty().subscribe(() -> desk.pulse().soon(resized));
  }

  /** Tools at the right end of their line. */
  void add(Node... more) {
    tools.getChildren().addAll(more);
  }

  /** What is left for the maps. */
  double room() {
    return getWidth() - LIST - EDGE;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
