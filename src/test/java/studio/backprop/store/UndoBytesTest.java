package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Edit;
import studio.backprop.network.History;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.WireRules;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.train.Project;

/** What a person does on the canvas, at random, and all of it undone and done again: the file would be the same, byte by byte. */
class UndoBytesTest {
  private static final int EDITS = 1000;
  private static final int MANY = 24;

  private final Random random = new Random(42);
  private final History<Project> history = new History<>(Project.EMPTY);

  @Test
  void aThousandEditsUndoneAndRedoneLeadThroughTheSameBytes() {
    List<byte[]> states = new ArrayList<>(List.of(bytes()));
    while (states.size() <= EDITS) {
      Project before = history.document();
      UnaryOperator<Network> change = edit(before.network());
      history.apply(new Edit<>(Message.of("edit.move"), project -> project.withNetwork(change)));
      if (!history.document().equals(before)) {
        states.add(bytes());
      }
    }
    for (int state = EDITS - 1; state >= 0; state--) {
      history.undo();
      assertThat(bytes()).as("after undo to state %d", state).isEqualTo(states.get(state));
    }
    assertThat(history.undoName()).isEmpty();
    for (int state = 1; state <= EDITS; state++) {
      history.redo();
      assertThat(bytes()).as("after redo to state %d", state).isEqualTo(states.get(state));
    }
    assertThat(history.redoName()).isEmpty();
  }

  private byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ProjectFile.sections(Saved.of(history.document())).values().forEach(all::writeBytes);
    return all.toByteArray();
  }

  private UnaryOperator<Network> edit(Network network) {
    LayerType type = one(LayerCatalog.types());
    double x = random.nextInt(2000);
    double y = random.nextInt(1000);
    if (network.nodes().size() < 2) {
      return n -> n.add(type.fresh(), x, y);
    }
    int first = one(network.nodes()).id();
    int other = one(network.nodes()).id();
    Set<Integer> both = new TreeSet<>(List.of(first, other));
    int kind = random.nextInt(network.nodes().size() > MANY ? 6 : 10);
    return switch (kind) {
      case 0 -> n -> n.remove(both);
      case 1 -> n -> n.with(first, node -> node.movedTo(x, y));
      case 2 -> n -> n.with(first, node -> node.withName("node " + (int) x));
      case 3 -> wire(network, first, other);
      case 4 -> unwire(network);
      case 5 -> n -> n.with(first, node -> node.withLayer(type.fresh().getClass() == node.layer().getClass() ? type.fresh() : other(node)));
      case 6 -> n -> n.addShared(first, x, y);
      case 7 -> n -> n.paste(n.only(both), 40, 40);
      case 8 -> insert(network, type);
      default -> n -> n.add(type.fresh(), x, y);
    };
  }

  /** The same kind of layer with another of its settings. */
  private Layer other(Node node) {
    return node.type().settings().stream()
        .filter(setting -> setting.kind() == Setting.Kind.SWITCH)
        .findFirst()
        .map(setting -> node.type().form().with(node.layer(), setting, !(Boolean) node.type().form().value(node.layer(), setting)))
        .orElse(node.layer());
  }

  private static UnaryOperator<Network> wire(Network network, int from, int to) {
    return n -> from == to || WireRules.refusal(network, from, to).isPresent() ? n : n.wire(from, to);
  }

  private UnaryOperator<Network> unwire(Network network) {
    if (network.wires().isEmpty()) {
      return n -> n;
    }
    Wire wire = one(network.wires());
    return n -> n.unwire(wire.from(), wire.to());
  }

  private UnaryOperator<Network> insert(Network network, LayerType type) {
    if (network.wires().isEmpty() || type.fresh().arity().max() == 0) {
      return n -> n;
    }
    Wire wire = one(network.wires());
    return n -> n.add(type.fresh(), 0, 0).insert(n.nextId(), wire);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
