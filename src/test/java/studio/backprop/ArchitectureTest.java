package studio.backprop;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.awt.image.RenderedImage;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.ui.compare.comparison.ComparisonTab;
import studio.backprop.ui.compare.comparison.PickCell;

/** Which room may know which. docs/architecture.md draws the same arrows. */
class ArchitectureTest {
  private static final String WINDOW = "studio.backprop.ui.";

  private static final Map<String, String> KNOWS =
      Map.ofEntries(
          Map.entry("text", ""),
          Map.entry("tensor", "text"),
          Map.entry("worksheet", "text"),
          Map.entry("lesson",
              "text tensor setting kernel layer network plan environment data optim schedule project train evaluate search store "
                  + "worksheet"),
          Map.entry("setting", "text tensor"),
          Map.entry("kernel", ""),
          Map.entry("cluster", ""),
          Map.entry("op", "text tensor kernel"),
          Map.entry("layer", "text tensor setting op"),
          Map.entry("network", "text tensor setting layer"),
          Map.entry("plan", "text tensor setting kernel op layer network"),
          Map.entry("environment", "text tensor"),
          Map.entry("data", "text tensor environment"),
          Map.entry("optim", "text tensor setting kernel"),
          Map.entry("schedule", "text setting"),
          Map.entry("project", "text tensor setting layer network environment data optim schedule"),
          Map.entry("train", "text tensor setting kernel op layer network plan environment data optim schedule project"),
          Map.entry("evaluate", "text tensor kernel op layer network plan environment data project train"),
          Map.entry("search", "text tensor setting kernel layer network plan environment data optim schedule project train"),
          Map.entry("store", "text tensor setting layer network plan environment data optim schedule project train search"),
          Map.entry("ui",
              "text tensor setting op layer network plan environment data optim schedule project train store worksheet lesson evaluate"
                  + " search"));

  /** Within a room, which of its parts know which: those of the labs. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("train.agent", "train.record"),
          Map.entry("train.judge", "train train.learn train.metric train.regime"),
          Map.entry("train.landscape", "train train.learn train.landscape.surface"),
          Map.entry("train.landscape.surface", ""),
          Map.entry("train.compare", "train train.agent train.judge train.landscape train.predict train.record train.regime train.run"),
          Map.entry("project.agent", ""),
          Map.entry("search.space", ""),
          Map.entry("search.trial", "search.space"),
          Map.entry("search.method", "search.space search.trial"),
          Map.entry("search.run", "search.space search.trial search.method"),
          Map.entry("search.finding", "search.space search.trial"));

  private static final JavaClasses STUDIO =
      new ClassFileImporter().withImportOption(location -> !location.contains("/test")).importPackages("studio.backprop");

  @TestFactory
  Stream<DynamicTest> aRoomKnowsOnlyTheRoomsBelowIt() {
    return KNOWS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
  }

  private static void check(String room, String known) {
    String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(known.split(" ")))
        .filter(name -> !name.isEmpty())
        .map(name -> "studio.backprop." + name + "..")
        .toArray(String[]::new);
    classes()
        .that().resideInAPackage("studio.backprop." + room + "..")
        .should().onlyDependOnClassesThat(not(resideInAPackage("studio.backprop..")).or(resideInAnyPackage(allowed)))
        .check(STUDIO);
  }

  @TestFactory
  Stream<DynamicTest> aPartOfALabKnowsOnlyThePartsBelowIt() {
    return PARTS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
      String[] allowed = Stream.concat(Stream.of(entry.getKey()), Arrays.stream(entry.getValue().split(" ")))
          .filter(name -> !name.isEmpty()).map(name -> "studio.backprop." + name).toArray(String[]::new);
      String room = "studio.backprop." + entry.getKey().split("\\.")[0];
      classes().that().resideInAPackage("studio.backprop." + entry.getKey())
          .should().onlyDependOnClassesThat(not(resideInAPackage(room + "..")).or(resideInAnyPackage(allowed))).check(STUDIO);
    }));
  }

  @Test
  void everyRoomHasAnEntry() {
    assertThat(STUDIO.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith("studio.backprop."))
        .map(name -> name.split("\\.")[2]).filter(room -> !room.equals("app")).collect(Collectors.toSet())).isEqualTo(KNOWS.keySet());
  }

  @Test
  void noCyclesBetweenRooms() {
    slices().matching("studio.backprop.(*)..").should().beFreeOfCycles().check(STUDIO);
    slices().matching("studio.backprop.(**)").should().beFreeOfCycles().check(STUDIO);
  }

  @Test
  void onlyTheWindowKnowsAToolkit() {
    noClasses()
        .that().resideOutsideOfPackages("studio.backprop.ui..", "studio.backprop.app..")
        .should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
        .check(STUDIO);
  }

  @Test
  void onlyKernelsUseTheVectorApi() {
    noClasses().that().resideOutsideOfPackage("studio.backprop.kernel..").should().dependOnClassesThat().resideInAPackage("jdk.incubator..")
        .check(STUDIO);
  }

  @Test
  void modelsOfTheWindowHaveNoScene() {
    noClasses().that().resideInAPackage("studio.backprop.ui..").and().haveSimpleNameEndingWith("Model")
        .should().dependOnClassesThat().resideInAPackage("javafx.scene..").check(STUDIO);
  }

  @Test
  void onlyThePulseGoesToTheScreensThread() {
    noClasses().that().haveSimpleNameNotEndingWith("Pulse").should()
        .callMethod(javafx.application.Platform.class, "runLater", Runnable.class).check(STUDIO);
  }

  /** What all rooms of the window may use, and the frame that places them. All others are rooms, each for itself. */
  private static final Set<String> SHARED = Set.of("kit", "document", "run", "form", "formula", "chart", "world");
  private static final String SHELL = "shell";

  private static List<String> roomsOfTheWindow() {
    List<String> rooms = STUDIO.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(WINDOW))
        .map(name -> name.substring(WINDOW.length()).split("\\.")[0]).distinct()
        .filter(name -> !SHARED.contains(name) && !name.equals(SHELL)).sorted().toList();
    assertThat(rooms).contains("designer", "plots", "compare", "search", "embedding", "reason", "lesson");
    return rooms;
  }

  private static String[] inWindow(Collection<String> rooms) {
    return rooms.stream().map(room -> WINDOW + room + "..").toArray(String[]::new);
  }

  /** A package that is new under ui is a room. The search is a page of twin runs: it stands in their head, and picks rows as they do. */
  @TestFactory
  Stream<DynamicTest> theRoomsOfTheWindowDoNotKnowEachOther() {
    return roomsOfTheWindow().stream().map(room -> DynamicTest.dynamicTest(room, () -> {
      List<String> others = Stream.concat(roomsOfTheWindow().stream().filter(other -> !other.equals(room)), Stream.of(SHELL)).toList();
      DescribedPredicate<JavaClass> seam = room.equals("search") ? belongToAnyOf(ComparisonTab.class, PickCell.class) : alwaysFalse();
      noClasses().that().resideInAPackage(WINDOW + room + "..")
          .should().dependOnClassesThat(resideInAnyPackage(inWindow(others)).and(not(seam))).check(STUDIO);
    }));
  }

  /** The shell lists commands; where they come from, it does not know. */
  @Test
  void whatTheRoomsShareKnowsNone() {
    List<String> rooms = roomsOfTheWindow();
    List<String> unknown = Stream.concat(rooms.stream(), Stream.of(SHELL)).toList();
    noClasses().that().resideInAnyPackage(inWindow(SHARED))
        .should().dependOnClassesThat().resideInAnyPackage(inWindow(unknown)).check(STUDIO);
    noClasses().that().resideInAPackage(WINDOW + SHELL + "..").should().dependOnClassesThat()
        .resideInAnyPackage(inWindow(rooms.stream().filter(room -> !room.equals("command")).toList())).check(STUDIO);
  }

  /** A window asks a layer what it is like; which one it is, only the layer itself knows. */
  @Test
  void theWindowNamesNoLayer() {
    noClasses().that().resideInAPackage("studio.backprop.ui..")
        .should().dependOnClassesThat(assignableTo(Layer.class).and(not(INTERFACES))).check(STUDIO);
  }

  @Test
  void picturesBecomePngInOnePlace() {
    noClasses().that().doNotHaveSimpleName("PngPicture").should()
        .callMethod(ImageIO.class, "write", RenderedImage.class, String.class, OutputStream.class).check(STUDIO);
  }

  @Test
  void onlyOpsAndWhoServesThemTouchBareArrays() {
    noClasses().that().resideInAnyPackage("studio.backprop.layer..", "studio.backprop.network..", "studio.backprop.ui..",
        "studio.backprop.app..", "studio.backprop.store..")
        .should().callMethod(studio.backprop.tensor.Tensor.class, "values")
        .orShould().callMethod(studio.backprop.tensor.Tensor.class, "grads").check(STUDIO);
  }

  @Test
  void noStaticFieldChanges() {
    fields().that().areStatic().and().areDeclaredInClassesThat(resideInAPackage("studio.backprop.."))
        .should().haveModifier(JavaModifier.FINAL).check(STUDIO);
  }

  @Test
  void theImporterSeesTheProgram() {
    assertThat(STUDIO.contain(Network.class)).isTrue();
  }
}
