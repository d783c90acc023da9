package studio.backprop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.awt.image.RenderedImage;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;

/** Which room may know which. docs/architecture.md draws the same arrows. */
class ArchitectureTest {
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
        .allowEmptyShould(true)
        .check(STUDIO);
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

  @Test
  void theRoomsOfTheWindowDoNotKnowEachOther() {
    String[] rooms = {"designer", "debugger", "inspector", "palette", "plots", "examples", "start", "tour", "recovery", "glossary",
        "worksheet", "author", "analyser", "presenter", "command", "lens", "time", "doctor", "compare", "pad", "evaluate"};
    for (String room : rooms) {
      String[] others = Arrays.stream(rooms).filter(other -> !other.equals(room)).map(other -> "studio.backprop.ui." + other + "..")
          .toArray(String[]::new);
      noClasses().that().resideInAPackage("studio.backprop.ui." + room + "..").should().dependOnClassesThat().resideInAnyPackage(others)
          .orShould().dependOnClassesThat().resideInAPackage("studio.backprop.ui.shell..").allowEmptyShould(true).check(STUDIO);
    }
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
    org.assertj.core.api.Assertions.assertThat(STUDIO.contain(Network.class)).isTrue();
  }
}
