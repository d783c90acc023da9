package studio.backprop.ui.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Wire;
import studio.backprop.text.Message;
import studio.backprop.ui.document.DocumentModel;

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
    model.begin(new MoveNodes(model, box(2), 0, 0));
    model.moveTo(0, 200);
    model.commit();
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
}
