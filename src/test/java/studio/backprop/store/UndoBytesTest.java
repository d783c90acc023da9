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
import studio.backprop.network.Marks;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Note;
import studio.backprop.network.Wire;
import studio.backprop.network.WireRules;
import studio.backprop.project.Project;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

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
    int kind = random.nextInt(network.nodes().size() > MANY ? 12 : 16);
    return switch (kind) {
      case 0 -> n -> n.remove(both);
      case 1 -> n -> n.with(first, node -> node.movedTo(x, y));
      case 2 -> n -> n.with(first, node -> node.withName("node " + (int) x));
      case 3 -> wire(network, first, other);
      case 4 -> unwire(network);
      case 5 -> n -> n.with(first, node -> node.withLayer(type.fresh().getClass() == node.layer().getClass() ? type.fresh() : other(node)));
      case 6 -> n -> n.withMarks(marks -> marks.add(new Note(0, "say " + x, one(List.of(Note.Colour.values())), x, y, 160, 96)));
      case 7 -> note(network, x);
      case 8 -> n -> n.withMarks(marks -> marks.group("group " + y, both));
      case 9, 10, 11 -> group(network, x);
      case 12 -> n -> n.addShared(first, x, y);
      case 13 -> n -> n.paste(n.only(both, n.marks().notes().stream().map(Note::id).limit(1).toList()), 40, 40);
      case 14 -> insert(network, type);
      default -> n -> n.add(type.fresh(), x, y);
    };
  }

  private UnaryOperator<Network> note(Network network, double x) {
    if (network.marks().notes().isEmpty()) {
      return n -> n;
    }
    int id = one(network.marks().notes()).id();
    UnaryOperator<Marks> change = one(List.of(
        marks -> marks.withoutNotes(List.of(id)),
        marks -> marks.withNote(id, note -> note.withText("" + x)),
        marks -> marks.withNote(id, note -> note.movedBy(x, 1)),
        marks -> marks.withNote(id, note -> note.sized(x, x / 2))));
    return n -> n.withMarks(change);
  }

  private UnaryOperator<Network> group(Network network, double x) {
    if (network.marks().groups().isEmpty()) {
      return n -> n;
    }
    int id = one(network.marks().groups()).id();
    UnaryOperator<Marks> change = one(List.of(
        marks -> marks.withoutGroups(List.of(id)),
        marks -> marks.withGroup(id, group -> group.fold(x)),
        marks -> marks.withGroup(id, NodeGroup::unfold),
        marks -> marks.withGroup(id, group -> group.withName("block " + x))));
    return n -> n.withMarks(change);
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
