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

/** Which room may know which. docs/images/architecture.svg shows which ones do. */
class ArchitectureTest {
  private static final String WINDOW = "studio.backprop.ui.";

  /** A network, its compiler, its data and the settings of a training: what every room that trains may know. */
  private static final String ENGINE = "text tensor setting kernel op layer network plan environment data optim schedule project ";

  private static final Map<String, String> KNOWS =
      Map.ofEntries(
          Map.entry("text", ""),
          Map.entry("tensor", "text"),
          Map.entry("setting", "text tensor"),
          Map.entry("kernel", ""),
          Map.entry("cluster", ""),
          Map.entry("worksheet", "text"),
          Map.entry("op", "text tensor kernel"),
          Map.entry("layer", "text tensor setting op"),
          Map.entry("network", "text tensor setting layer"),
          Map.entry("plan", "text tensor setting kernel op layer network"),
          Map.entry("environment", "text tensor"),
          Map.entry("data", "text tensor environment"),
          Map.entry("optim", "text tensor setting kernel"),
          Map.entry("schedule", "text setting"),
          Map.entry("project", "text tensor setting layer network environment data optim schedule"),
          Map.entry("train", ENGINE),
          Map.entry("derivation", ENGINE + "train"),
          Map.entry("generative", ENGINE + "train"),
          Map.entry("landscape", ENGINE + "train"),
          Map.entry("observe", ENGINE + "train generative"),
          Map.entry("doctor", ENGINE + "train generative observe"),
          Map.entry("run", ENGINE + "train generative observe doctor"),
          Map.entry("compare", ENGINE + "train generative observe landscape run"),
          Map.entry("evaluate", "text tensor kernel op layer network plan environment data project train observe"),
          Map.entry("search", "text tensor setting kernel layer network plan environment data optim schedule project train"),
          Map.entry("store",
              "text tensor setting layer network plan environment data optim schedule project train generative landscape run compare"
                  + " search"),
          Map.entry("distributed", "text cluster data project search store train"),
          Map.entry("lesson", ENGINE + "train generative observe doctor run compare evaluate search store worksheet"),
          Map.entry("teaching", "text tensor kernel layer network data project train run lesson store worksheet"),
          Map.entry("ui",
              ENGINE + "train derivation generative landscape observe doctor run compare evaluate search store worksheet lesson teaching"),
          Map.entry("cli",
              ENGINE + "train generative landscape observe doctor run compare evaluate search store worksheet lesson teaching cluster"
                  + " distributed ui"));

  /** Within a room, which of its parts know which: those of the labs. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("train.agent", "train.record"),
          Map.entry("landscape", "landscape.surface"),
          Map.entry("landscape.surface", ""),
          Map.entry("project.agent", ""),
          Map.entry("search.space", ""),
          Map.entry("search.trial", "search.space"),
          Map.entry("search.method", "search.space search.trial"),
          Map.entry("search.run", "search.space search.trial search.method"),
          Map.entry("search.finding", "search.space search.trial"));

  /** The parts of the window, and which of them each may know. */
  private static final Map<String, String> WINGS =
      Map.of(
          "kit", "",
          "workspace", "kit",
          "watch", "kit workspace",
          "design", "kit workspace",
          "inside", "kit workspace",
          "judge", "kit workspace",
          "compare", "kit workspace",
          "learn", "kit workspace",
          "window", "kit workspace");

  /** All classes of the program. */
  static final JavaClasses STUDIO =
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
        .that().resideOutsideOfPackages("studio.backprop.ui..", "studio.backprop.app..", "studio.backprop.cli..")
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

  @TestFactory
  Stream<DynamicTest> aWingOfTheWindowKnowsOnlyTheWingsBelowIt() {
    return WINGS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
      String[] allowed = Stream.concat(Stream.of(entry.getKey()), Arrays.stream(entry.getValue().split(" ")))
          .filter(name -> !name.isEmpty()).map(name -> WINDOW + name + "..").toArray(String[]::new);
      classes().that().resideInAPackage(WINDOW + entry.getKey() + "..")
          .should().onlyDependOnClassesThat(not(resideInAPackage("studio.backprop.ui..")).or(resideInAnyPackage(allowed))).check(STUDIO);
    }));
  }

  @Test
  void everyPackageOfTheWindowBelongsToAWing() {
    assertThat(STUDIO.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(WINDOW))
        .map(name -> name.substring(WINDOW.length()).split("\\.")[0]).collect(Collectors.toSet())).isEqualTo(WINGS.keySet());
  }

  /** Rooms that all others of the window may use. */
  private static final Set<String> SHARED = Set.of("kit", "workspace");

  private static List<String> roomsOfTheWindow() {
    List<String> rooms = STUDIO.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(WINDOW))
        .map(name -> name.substring(WINDOW.length()).split("\\.")).filter(parts -> parts.length > 1 && !SHARED.contains(parts[0]))
        .map(parts -> parts[0] + "." + parts[1]).distinct().sorted().toList();
    assertThat(rooms).contains("design.designer", "watch.plots", "compare.comparison", "compare.search", "judge.embedding",
        "judge.attribution", "learn.lesson");
    return rooms;
  }

  private static String[] inWindow(Collection<String> rooms) {
    return rooms.stream().map(room -> WINDOW + room + "..").toArray(String[]::new);
  }

  /**
   * Also within a wing. Search and landscape are pages of the comparison: they are tabs in its head, and the search picks rows as it
   * does.
   */
  @TestFactory
  Stream<DynamicTest> theRoomsOfTheWindowDoNotKnowEachOther() {
    return roomsOfTheWindow().stream().map(room -> DynamicTest.dynamicTest(room, () -> {
      List<String> others = roomsOfTheWindow().stream().filter(other -> !other.equals(room))
          .filter(other -> !(room.equals("compare.landscape") && other.equals("compare.comparison"))).toList();
      DescribedPredicate<JavaClass> seam =
          room.equals("compare.search") ? belongToAnyOf(ComparisonTab.class, PickCell.class) : alwaysFalse();
      noClasses().that().resideInAPackage(WINDOW + room + "..")
          .should().dependOnClassesThat(resideInAnyPackage(inWindow(others)).and(not(seam))).check(STUDIO);
    }));
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
