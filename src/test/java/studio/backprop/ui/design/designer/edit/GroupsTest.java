package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Wire;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.DesignerStage;
import studio.backprop.ui.workspace.document.DocumentModel;

class GroupsTest {
  private final DocumentModel document = new DocumentModel();
  private final DesignerModel model = new DesignerModel(document);
  private Network opened;

  @BeforeEach
  void open() {
    document.open(DesignerStage.digits(), "test", Optional.empty());
    opened = document.network();
    document.select(Set.of(2, 3, 4));
    model.groups().make();
  }

  private NodeGroup group() {
    return document.network().marks().groups().get(0);
  }

  private Box box(int node) {
    return model.places().box(document.network().node(node));
  }

  @Test
  void foldingDrawsWhatFollowsNearAndUnfoldingRestoresEveryPlace() {
    Network open = document.network();
    model.groups().fold();
    assertThat(group().folded()).isTrue();
    assertThat(document.network().node(5).x()).isLessThan(opened.node(5).x());
    assertThat(box(2)).isEqualTo(box(4));
    assertThat(box(4).touches(box(5))).isFalse();
    model.groups().fold();
    assertThat(document.network()).isEqualTo(open);
    assertThat(open.nodes()).isEqualTo(opened.nodes());
  }

  @Test
  void wiresFromAndToTheOutsideEndAtTheBoxAndThoseWithinAreHidden() {
    model.groups().fold();
    assertThat(model.places().curve(new Wire(1, 2)).x2()).isEqualTo(box(2).x());
    assertThat(model.places().curve(new Wire(4, 5)).x1()).isEqualTo(box(2).right());
    assertThat(model.groups().hides(new Wire(2, 3))).isTrue();
    assertThat(model.groups().hides(new Wire(1, 2))).isFalse();
    assertThat(model.groups().port(3, true)).isEqualTo(2);
    assertThat(model.groups().port(3, false)).isEqualTo(4);
  }

  @Test
  void aFoldedGroupIsMovedAsOne() {
    model.groups().fold();
    Network before = document.network();
    model.groups().select(group());
    model.hand().begin(new MoveNodes(model, box(2), 0, 0));
    model.hand().moveTo(0, 200);
    model.hand().commit();
    for (int id : group().members()) {
      assertThat(document.network().node(id).y()).isEqualTo(before.node(id).y() + 200);
    }
    document.undo();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void whatComesBetweenTwoMembersJoinsTheirGroupAndWhatIsDeletedLeavesIt() {
    document.edit(Message.of("edit.move"), n -> n.add(n.node(2).layer(), 0, 0).insert(n.nextId(), new Wire(2, 3)));
    assertThat(group().members()).containsExactly(2, 3, 4, 8);
    document.select(List.of(2, 3, 4, 8));
    model.removeSelection();
    assertThat(document.network().marks().groups()).isEmpty();
  }

  @Test
  void copiesOfAWholeGroupAreAGroupAndUngroupingAFoldedOneUnfoldsItFirst() {
    model.clipboard().copy();
    model.clipboard().paste();
    assertThat(document.network().marks().groups()).hasSize(2);
    document.undo();
    model.groups().select(group());
    model.groups().fold();
    model.groups().dissolve();
    assertThat(document.network().nodes()).isEqualTo(opened.nodes());
    assertThat(document.network().marks().groups()).isEmpty();
  }

  @Test
  void aFoldedGroupIsPutInOrderAsOneNode() {
    model.groups().fold();
    document.select(List.of(5));
    model.edits().nudge(0, 400);
    Network before = document.network();
    model.edits().tidy();
    assertThat(box(4).y()).isEqualTo(box(5).y());
    assertThat(box(5).x() - box(4).right()).isBetween(Anatomy.GAP, Anatomy.GAP + Anatomy.GRID);
    assertThat(document.network().node(4).x() - document.network().node(2).x()).isEqualTo(before.node(4).x() - before.node(2).x());
  }

  @Test
  void aWireToAFoldedBlockFeedsAllThatTakesWhatComesInAndIsTakenAwayWhole() {
    Network residual = residual();
    model.groups().fold();
    int source = residual.nextId();
    document.edit(Message.of("edit.add"), n -> n.add(n.node(1).layer(), 0, 0));
    model.edits().drawWire(new Wire(source, model.groups().port(3, true)));
    assertThat(document.network().targets(source)).extracting(Node::id).containsExactly(2, 4);
    assertThat(document.network().sources(4)).extracting(Node::id).containsExactly(3, source);
    assertThat(document.network().targets(1)).isEmpty();
    assertThat(model.groups().hides(new Wire(source, 4))).isTrue();
    model.edits().remove(new Wire(source, 2));
    assertThat(document.network().targets(source)).isEmpty();
    model.edits().drawWire(new Wire(1, 2));
    assertThat(document.network().targets(1)).extracting(Node::id).containsExactlyInAnyOrder(2, 4);
  }

  @Test
  void aLayerBeforeAFoldedBlockIsBeforeAllOfIt() {
    residual();
    model.groups().fold();
    model.growth().within(LayerCatalog.find("dropout").orElseThrow(), new Wire(1, 2));
    int added = document.network().nextId() - 1;
    assertThat(document.network().targets(1)).extracting(Node::id).containsExactly(added);
    assertThat(document.network().targets(added)).extracting(Node::id).containsExactly(2, 4);
  }

  /** An input, two dense layers with a way around them to a sum, and a loss; the three in the middle are a group. */
  private Network residual() {
    Network network = Network.EMPTY
        .add(Input.row(4), 0, 0)
        .add(Dense.of(4, Activation.RELU), 140, 0)
        .add(Dense.of(4, Activation.NONE), 320, 0)
        .add(new Add(), 500, 0)
        .add(Dense.of(1, Activation.NONE), 660, 0)
        .wire(1, 2).wire(2, 3).wire(3, 4).wire(1, 4).wire(4, 5);
    document.open(document.project().withNetwork(n -> network), "test", Optional.empty());
    document.select(Set.of(2, 3, 4));
    model.groups().make();
    return document.network();
  }

  @Test
  void aGroupWithinAGroupIsHiddenWithItAndComesBackAsItWas() {
    model.groups().fold();
    document.select(Set.of(2, 3, 4, 5));
    model.groups().make();
    NodeGroup outer = document.network().marks().groups().get(1);
    Network both = document.network();
    assertThat(both.marks().groups()).extracting(NodeGroup::size).containsExactly(3, 4);
    assertThat(model.groups().shown()).extracting(NodeGroup::folded).containsExactly(false, true);
    assertThat(model.places().frame(outer).touches(box(2))).isTrue();
    model.groups().fold();
    assertThat(model.groups().shown()).extracting(NodeGroup::id).containsExactly(outer.id());
    assertThat(box(2)).isEqualTo(box(5));
    assertThat(box(6).x()).isGreaterThanOrEqualTo(box(5).right());
    model.groups().fold();
    assertThat(document.network()).isEqualTo(both);
    model.groups().select(outer);
    model.groups().dissolve();
    assertThat(document.network().marks().groups()).extracting(NodeGroup::size).containsExactly(3);
  }

  @Test
  void openFramesDoNotOverlapTheirNeighboursInOrder() {
    document.edit(Message.of("edit.add"), n -> n.add(n.node(2).layer(), 0, 0).wire(1, n.nextId()));
    model.edits().tidy();
    Box frame = model.places().frame(group());
    assertThat(document.network().nodes()).filteredOn(node -> !group().has(node.id())).noneMatch(node -> frame.touches(box(node.id())));
    Network tidy = document.network();
    model.edits().tidy();
    assertThat(document.network()).isEqualTo(tidy);
  }

  @Test
  void whatIsCopiedInOneWindowIsPastedInAnother() {
    CopiedNodes shared = new CopiedNodes();
    DesignerModel here = new DesignerModel(document, shared);
    DocumentModel empty = new DocumentModel();
    DesignerModel there = new DesignerModel(empty, shared);
    here.clipboard().copy();
    there.clipboard().paste();
    assertThat(empty.network().nodes()).hasSize(3);
    assertThat(empty.network().marks().groups()).hasSize(1);
    assertThat(empty.selection()).hasSize(3);
  }
}
