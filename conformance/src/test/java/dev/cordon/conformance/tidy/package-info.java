/// The house rules that a machine can check: walls between modules, purity, sizes, words and
/// documents.
///
/// Every check is a function from sources to complaints, and has a test that shows it complaining.
@NullMarked
package dev.cordon.conformance.tidy;

import org.jspecify.annotations.NullMarked;
