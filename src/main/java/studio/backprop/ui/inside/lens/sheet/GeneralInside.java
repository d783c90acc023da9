package studio.backprop.ui.inside.lens.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.op.Rearrange;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;

/** Inside view of any node: all its tensors, op by op – inputs, parameters, intermediate results, outputs – on a common scale. */
public final class GeneralInside implements InsideView {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 300;
  private static final double MAX_HEIGHT = 640;
  /** Height around the cells of a card. */
  private static final double AROUND = 120;

  private final LensDesk desk;
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final List<TensorCard> cards = new ArrayList<>();
  private Optional<List<String>> shown = Optional.empty();

  public GeneralInside(LensDesk desk) {
    this.desk = desk;
    list.getStyleClass().add("ops");
    scroll.setFitToWidth(true);
    scroll.heightProperty().subscribe(this::room);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
  }

  /** In a tall window, still leaves the top of the next op visible. */
  private void room() {
    double high = Math.max(HEIGHT, Math.min(MAX_HEIGHT, scroll.getHeight() - AROUND));
    cards.forEach(card -> card.room(WIDTH * high / HEIGHT, high));
  }

  @Override
  public Region region() {
    return scroll;
  }

  @Override
  public void show(Node node, NodeTrace look) {
    List<OpLook> ops = ops(node, look);
    List<OpLook> before = desk.model().before().map(then -> ops(node, then)).filter(then -> then.size() == ops.size()).orElse(null);
    List<String> wanted = ops.stream().map(op -> desk.op(op.op()) + tensors(op).size()).toList();
    if (shown.filter(wanted::equals).isEmpty()) {
      build(ops);
      shown = Optional.of(wanted);
    }
    int card = 0;
    List<TensorPicture.Shown> values = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      List<Tensors> now = tensors(ops.get(i));
      for (int t = 0; t < now.size(); t++) {
        TensorPicture.Shown shown =
            new TensorPicture.Shown(cards.get(card++), name(ops.get(i), now.get(t)), now.get(t), before == null
                ? null : tensors(before.get(i)).get(t));
        if (ops.get(i).parameters().contains(now.get(t))) {
          TensorPicture.show(desk, List.of(shown));
        } else {
          values.add(shown);
        }
      }
    }
    TensorPicture.show(desk, values);
  }

  /** An input has no ops, only an output. */
  private List<OpLook> ops(Node node, NodeTrace look) {
    if (look.example().isEmpty() && look.output() != null) {
      return List.of(new OpLook(desk.lang().say(node.type().title()), Op.class, List.of(), List.of(), look.output(), List.of()));
    }
    return look.example().stream().filter(op -> op.kind() != Rearrange.class).toList();
  }

  private List<Tensors> tensors(OpLook op) {
    if (desk.model().quantityProperty().get() == Quantity.WEIGHTS) {
      return op.parameters();
    }
    List<Tensors> all = new ArrayList<>(op.inputs());
    all.addAll(op.parameters());
    all.addAll(op.inner());
    all.add(op.output());
    return all;
  }

  private String name(OpLook op, Tensors numbers) {
    int inlet = op.inputs().indexOf(numbers);
    boolean loss = LossOp.class.isAssignableFrom(op.kind()); // compares one input with its target
    if (inlet < 0 || loss && inlet > 0) {
      return desk.tensor(numbers.name());
    }
    return desk.lang().say(op.inputs().size() > 1 && !loss ? "lens.input_of" : "lens.input", inlet + 1);
  }

  private void build(List<OpLook> ops) {
    list.getChildren().clear();
    cards.clear();
    for (OpLook op : ops) {
      int count = tensors(op).size();
      if (count == 0) {
        continue;
      }
      Label name = new Label(desk.op(op.op()));
      name.getStyleClass().add("panel-title");
      FlowPane row = new FlowPane();
      row.getStyleClass().add("tensors");
      for (int i = 0; i < count; i++) {
        TensorCard card = new TensorCard(desk, WIDTH, HEIGHT);
        if (op.parameters().contains(tensors(op).get(i))) {
          card.learned();
        }
        cards.add(card);
        row.getChildren().add(card);
      }
      list.getChildren().addAll(name, row);
    }
    room();
  }
}
