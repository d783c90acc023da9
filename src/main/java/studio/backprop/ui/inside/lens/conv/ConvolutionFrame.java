package studio.backprop.ui.inside.lens.conv;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Segmented;

/**
 * Layout of a convolution's view: filters at the left; tools, maps, the sum and the backward pass stacked. The receptive field stands
 * beside the maps, or has a tab where the width does not suffice.
 */
final class ConvolutionFrame extends StackPane {
  private static final double LIST = 176;
  /** Height of tools, titles and the sum, and around the cells of the backward pass. */
  private static final double REST = 226;
  private static final double MIN_MAPS = 150;
  private static final double MAX_MAPS = 360;
  private static final double SHARE = 0.44;
  private static final double MIN_BACK = 98;
  /** Without the backward pass, and with the receptive field in its place. */
  private static final double FORWARD_REST = 150;
  private static final double FIELD_REST = 350;

  /** Pane below the maps. */
  enum Way {
    BOTH,
    FORWARD,
    CAM,
    FIELD
  }

  /** Gaps and scroll bar. */
  private static final double EDGE = 84;
  /** Width from which the list of filters fits beside the maps. */
  private static final double LISTED = 640;

  private final HBox tools = new HBox();
  private final HBox grids;
  private final Region spring = gap();
  private final Region filters;
  private final VBox main;
  private final BackwardRoute backward;
  private final CamCard cam;
  private final ReceptiveField field;
  private final Segmented<Way> wide;
  private final Segmented<Way> narrow;

  ConvolutionFrame(
      LensDesk desk, FilterList filters, ChannelTabs channels, SumLine sum, BackwardRoute backward, CamCard cam, boolean explains,
      Runnable resized, ReceptiveField field, Node... maps) {
    this.filters = filters;
    this.backward = backward;
    this.cam = cam;
    this.field = field;
    wide = ways(desk, explains);
    narrow = ways(desk, explains).add(Way.FIELD, desk.lang().bind("lens.field"));
    wide.valueProperty().bindBidirectional(narrow.valueProperty());
    narrow.valueProperty().subscribe(resized);
    filters.setMinWidth(LIST);
    filters.setPrefWidth(LIST);
    tools.getChildren().addAll(channels, gap(), wide, narrow);
    tools.getStyleClass().add("tools");
    grids = new HBox(maps);
    grids.getStyleClass().add("grids");
    grids.getChildren().addAll(spring, field); // at the right edge
    VBox sumCard = new VBox(sum);
    sumCard.getStyleClass().add("card");
    main = new VBox(tools, grids, sumCard, backward, cam);
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
    widthProperty().subscribe(width -> {
      filters.setVisible(width.doubleValue() >= LISTED);
      filters.setManaged(filters.isVisible());
    });
    widthProperty().subscribe(() -> desk.pulse().soon(resized)); // what is added while others are laid out would stay without a place
    heightProperty().subscribe(() -> desk.pulse().soon(resized));
  }

  /** Adds tools at the right end of their line. */
  void add(Node... more) {
    tools.getChildren().addAll(more);
  }

  private static Segmented<Way> ways(LensDesk desk, boolean explains) {
    Segmented<Way> ways = new Segmented<Way>(desk.lang().bind("lens.conv.ways"))
        .add(Way.BOTH, desk.lang().bind("lens.conv.both")).add(Way.FORWARD, desk.lang().bind("lens.conv.forward"));
    if (explains) {
      ways.add(Way.CAM, desk.lang().bind("reason.method.grad_cam"));
    }
    ways.managedProperty().bind(ways.visibleProperty());
    return ways;
  }

  /** Width left beside the filters. */
  double room() {
    return getWidth() - (filters.isManaged() ? LIST : 0) - EDGE;
  }

  private boolean tabbed() {
    return field.exists() && !ReceptiveField.fits(room());
  }

  private Way way() {
    return narrow.value() == Way.FIELD && !tabbed() ? Way.BOTH : narrow.value();
  }

  /** Whether the backward pass is shown. */
  boolean back() {
    return way() == Way.BOTH;
  }

  boolean cam() {
    return way() == Way.CAM;
  }

  /** Puts the receptive field beside the maps if the width suffices, otherwise below them if selected. @return width left for the maps */
  double arrange() {
    narrow.setVisible(tabbed());
    wide.setVisible(!tabbed());
    backward.setVisible(back());
    backward.setManaged(back());
    cam.setVisible(cam());
    cam.setManaged(cam());
    boolean beside = field.exists() && !tabbed();
    Pane place = beside ? grids : main;
    if (field.getParent() != place) {
      grids.getChildren().remove(field);
      main.getChildren().remove(field);
      place.getChildren().add(field);
    }
    boolean seen = beside || way() == Way.FIELD;
    field.setVisible(seen);
    field.setManaged(seen);
    field.lie(!beside);
    return beside ? room() - field.takes() : room();
  }

  double maps() {
    return switch (way()) {
      case BOTH, CAM -> Math.max(MIN_MAPS, Math.min(Math.min(MAX_MAPS, getHeight() * SHARE), getHeight() - REST - MIN_BACK));
      case FORWARD -> getHeight() - FORWARD_REST;
      case FIELD -> Math.max(MIN_MAPS, getHeight() - FIELD_REST);
    };
  }

  /** Height for the cells of the backward pass. */
  double cellsBack() {
    return Math.max(MIN_BACK, getHeight() - REST - maps());
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
